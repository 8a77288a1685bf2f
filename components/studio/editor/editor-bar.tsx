import type { Route } from 'next'
import Link from 'next/link'
import type { EditorContext } from '#components/studio/editor/editor-types.ts'
import { MoreMenu } from '#components/studio/editor/more-menu.tsx'
import { type Draft, saveWords } from '#components/studio/editor/use-draft.ts'
import type { ListingActs } from '#components/studio/editor/use-listing-acts.ts'
import { StatusBadge } from '#components/studio/status-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { shortDateTime } from '#lib/domain/dates.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

type Properties = {
  context: EditorContext
  draft: Draft<ListingEdit>
  acts: ListingActs
  /** How many things stand in the way of publishing. */
  blocked: number
  onShowChecks: () => void
}

/** The listing's name and state, what is scheduled, and all that can be done with it. */
export function EditorBar({ context, draft, acts, blocked, onShowChecks }: Properties) {
  const { slug, status, plan, versions } = context
  const published = versions[0]
  const isScheduled = plan.publishAt || plan.unpublishAt
  return (
    <header className="sticky top-0 z-30 border-ink border-b bg-paper px-5 sm:px-8 lg:static">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
        <nav aria-label="Where you are" className="text-sm">
          <Link className="prose-link inline-flex min-h-11 items-center" href="/studio">
            Listings
          </Link>
        </nav>
        <h1 className="min-w-0 truncate font-semibold font-text text-lead tracking-tight">
          {published?.name ?? 'New listing'}
        </h1>
        <StatusBadge status={status} />
        {draft.hasDraft && published && <Badge>Draft not published</Badge>}
        <p aria-live="polite" className="text-muted text-note">
          {saveWords[draft.state]}
        </p>
        <div className="ml-auto flex items-center gap-2">
          <MoreMenu acts={acts} hasDraft={draft.hasDraft} slug={slug} status={status} />
          <Button
            onClick={blocked > 0 ? onShowChecks : acts.openPublish}
            pending={acts.pending === 'publish'}
            size="small"
          >
            {blocked > 0 ? `Publish: ${blocked} missing` : 'Publish…'}
          </Button>
        </div>
      </div>
      {isScheduled && (
        <p className="flex flex-wrap items-center gap-x-3 border-line border-t text-sm">
          {plan.publishAt && <span>To be published on {shortDateTime(plan.publishAt)}.</span>}
          {plan.unpublishAt && <span>To leave the shop on {shortDateTime(plan.unpublishAt)}.</span>}
          <Button onClick={acts.unschedule} size="small" variant="quiet">
            Take it back
          </Button>
        </p>
      )}
      <div aria-live="polite">
        {acts.said && (
          <p
            className={`flex flex-wrap items-center gap-x-3 border-line border-t py-1.5 text-sm ${acts.said.tone === 'good' ? 'text-good' : 'text-danger'}`}
          >
            {acts.said.words}
            {acts.said.link && (
              <input
                aria-label="Preview link"
                className="min-h-9 min-w-0 grow border border-line bg-surface px-2 text-ink text-note"
                onFocus={event => event.target.select()}
                readOnly
                value={acts.said.link}
              />
            )}
            {acts.said.shows && status !== 'draft' && (
              <a className="prose-link" href={`/api/preview/leave?slug=${slug}` as Route}>
                See it in the shop
              </a>
            )}
          </p>
        )}
      </div>
    </header>
  )
}
