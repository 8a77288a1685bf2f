import type { Route } from 'next'
import Link from 'next/link'
import type { Change } from '#lib/domain/change.ts'
import { changeTitle } from '#lib/domain/change-words.ts'
import { shortDateTime } from '#lib/domain/dates.ts'

const pages: Partial<Record<Change['subject']['kind'], string>> = {
  listing: '/studio/listings',
  shop: '/studio',
  order: '/studio/orders',
  customer: '/studio/customers',
  retailer: '/studio/retailers',
}

/** Where the thing is looked after in the studio, if anywhere. */
function addressOf({ kind, id }: Change['subject']): Route | undefined {
  const page = pages[kind]
  return page === undefined ? undefined : (`${page}/${encodeURIComponent(id)}` as Route)
}

/** Who did what when, newest first. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) {
    return <p className="border-line border-y py-10 text-muted">Nobody changed anything this month.</p>
  }
  return (
    <ol className="border-ink border-t text-sm">
      {changes.map(change => {
        const address = addressOf(change.subject)
        return (
          <li
            className="grid gap-x-4 gap-y-0.5 border-line border-b py-2.5 md:grid-cols-[12rem_14rem_1fr]"
            key={change.id}
          >
            <time className="text-muted" dateTime={change.at}>
              {shortDateTime(change.at)}
            </time>
            <span className="truncate" title={change.by}>
              {change.by}
            </span>
            <span>
              {address ? (
                <Link className="prose-link font-semibold" href={address} prefetch={false}>
                  {changeTitle(change)}
                </Link>
              ) : (
                <span className="font-semibold">{changeTitle(change)}</span>
              )}
              {change.detail && <span className="block text-muted">{change.detail}</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
