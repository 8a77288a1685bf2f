import { type SaveState, saveWords } from '#components/studio/editor/use-draft.ts'
import type { Said } from '#components/studio/site/use-document-acts.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'

type Properties = {
  title: string
  state: SaveState
  hasDraft: boolean
  pending: boolean
  said: Said | undefined
  onPublish: () => void
  onDiscard: () => void
}

/** What is edited, how it stands, and what can be done with it. */
export function DocumentBar({ title, state, hasDraft, pending, said, onPublish, onDiscard }: Properties) {
  return (
    <header className="sticky top-0 z-30 border-ink border-b bg-paper px-5 sm:px-8 lg:static">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
        <h1 className="min-w-0 truncate font-semibold font-text text-lead tracking-tight">{title}</h1>
        {hasDraft && <Badge>Draft not published</Badge>}
        <p aria-live="polite" className="text-muted text-note">
          {saveWords[state]}
        </p>
        <div className="ml-auto flex items-center gap-2">
          {hasDraft && (
            <Button disabled={pending} onClick={onDiscard} size="small" variant="quiet">
              Discard the draft
            </Button>
          )}
          <Button disabled={!hasDraft && state === 'idle'} onClick={onPublish} pending={pending} size="small">
            Publish
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {said && (
          <p
            className={`flex flex-wrap items-center gap-x-3 border-line border-t py-1.5 text-sm ${said.tone === 'good' ? 'text-good' : 'text-danger'}`}
          >
            {said.words}
            {said.shows && (
              <a className="prose-link" href="/api/preview/leave">
                See the shop
              </a>
            )}
          </p>
        )}
      </div>
    </header>
  )
}
