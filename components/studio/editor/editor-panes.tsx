import type { ReactNode } from 'react'
import { ChecksPane } from '#components/studio/editor/checks-pane.tsx'
import type { EditorActions, EditorContext } from '#components/studio/editor/editor-types.ts'
import { PreviewPane } from '#components/studio/editor/preview-pane.tsx'
import type { Draft } from '#components/studio/editor/use-draft.ts'
import { VersionsPane } from '#components/studio/editor/versions-pane.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { ListingCheck } from '#lib/domain/listing-checks.ts'

export type Pane = 'edit' | 'preview' | 'checks' | 'versions'

type Properties = {
  pane: Pane
  setPane: (pane: Pane) => void
  context: EditorContext
  draft: Draft
  checks: ListingCheck[]
  compare: EditorActions['compare']
  onGo: (path: string) => void
  onRollBack: (version: number) => void
  /** The form. */
  children: ReactNode
}

/**
 * The form with one of three panes beside it: preview, checks, versions. On a narrow screen the form is a pane like
 * the others, and one of the four is seen at a time.
 */
export function EditorPanes(properties: Properties) {
  const { pane, setPane, context, draft, checks, compare, onGo, onRollBack, children } = properties
  const beside = pane === 'edit' ? 'preview' : pane
  const names: [Pane, string][] = [
    ['edit', 'Edit'],
    ['preview', 'Preview'],
    ['checks', checks.length > 0 ? `Checks (${checks.length})` : 'Checks'],
    ['versions', 'Versions'],
  ]
  const panel = (name: Pane) =>
    classNames(
      'min-h-0 lg:flex-1 lg:overflow-y-auto',
      name === pane ? '' : 'max-lg:hidden',
      name === beside ? '' : 'lg:hidden',
    )

  const tabs = (active: Pane, among: [Pane, string][]) => (
    <nav aria-label="Parts of the editor" className="flex border-line border-b">
      {among.map(([name, words]) => (
        <button
          aria-current={name === active}
          className={classNames(
            'min-h-11 flex-1 whitespace-nowrap border-b-3 px-2 font-medium text-sm sm:px-4 lg:flex-none',
            name === active ? 'border-accent' : 'border-transparent text-muted hover:text-ink',
          )}
          key={name}
          onClick={() => setPane(name)}
          type="button"
        >
          {words}
        </button>
      ))}
    </nav>
  )

  return (
    <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(24rem,0.85fr)]">
      <div className="lg:hidden">{tabs(pane, names)}</div>
      <div className={classNames('min-h-0 lg:overflow-y-auto', pane !== 'edit' && 'max-lg:hidden')}>
        {children}
      </div>
      <div
        className={classNames(
          'flex min-h-0 flex-col border-line lg:border-l',
          pane === 'edit' && 'max-lg:hidden',
        )}
      >
        <div className="max-lg:hidden">{tabs(beside, names.slice(1))}</div>
        <div className={classNames(panel('preview'), 'max-lg:h-[calc(100dvh-12rem)] lg:overflow-hidden')}>
          <PreviewPane path={context.previewPath} savedAt={draft.savedAt} />
        </div>
        <div className={panel('checks')}>
          <ChecksPane checks={checks} onGo={onGo} />
        </div>
        <div className={panel('versions')}>
          <VersionsPane
            compare={compare}
            hasDraft={draft.hasDraft}
            key={context.versions[0]?.version}
            onRollBack={onRollBack}
            slug={context.slug}
            versions={context.versions}
          />
        </div>
      </div>
    </div>
  )
}
