import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import type { ManyOutcome, ManyWish } from '#lib/domain/listing-state.ts'

export type ManyResult = { act: ManyWish['act']; outcome: ManyOutcome } | { message: string }

function title(act: ManyWish['act'], { done, refused }: ManyOutcome): string {
  const words = act === 'publish' ? 'published' : 'unpublished'
  if (done.length === 0) return `Nothing was ${words}.`
  return `${done.length} ${words}${refused.length > 0 ? `, ${refused.length} not` : ''}.`
}

/** What became of many listings: how many were changed, and each that was not with the reason. */
export function ManyNotice({ result }: { result: ManyResult }) {
  if ('message' in result) return <Notice title={result.message} tone="bad" />
  const { done, refused } = result.outcome
  const tone = refused.length === 0 ? 'good' : done.length === 0 ? 'bad' : 'warn'
  return (
    <Notice title={title(result.act, result.outcome)} tone={tone}>
      {refused.length > 0 && (
        <ul className="grid gap-1">
          {refused.map(({ slug, name, reason }) => (
            <li key={slug}>
              <Link className="prose-link font-semibold" href={`/studio/listings/${slug}`} prefetch={false}>
                {name}
              </Link>
              : {reason}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
