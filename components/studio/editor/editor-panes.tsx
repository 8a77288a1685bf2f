import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'

/** What can be seen beside the form. `fills` is for what scrolls by itself. */
export type PaneContent<Name extends string> = {
  name: Name
  words: string
  content: ReactNode
  fills?: boolean
}

type Properties<Name extends string> = {
  pane: Name | 'edit'
  setPane: (pane: Name | 'edit') => void
  /** The first of them is beside the form to begin with. */
  panes: readonly PaneContent<Name>[]
  /** The form. */
  children: ReactNode
}

/** The form with one of several panes beside it. On a narrow screen the form is a pane like the others, one at a time. */
export function EditorPanes<Name extends string>({ pane, setPane, panes, children }: Properties<Name>) {
  const beside = pane === 'edit' ? panes[0]?.name : pane

  const tabs = (active: string | undefined, among: readonly { name: Name | 'edit'; words: string }[]) => (
    <nav aria-label="Parts of the editor" className="flex border-line border-b">
      {among.map(({ name, words }) => (
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
    // What scrolls is `relative`: words for screen readers would else stand outside it and lengthen the page.
    <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(24rem,0.85fr)]">
      <div className="lg:hidden">{tabs(pane, [{ name: 'edit', words: 'Edit' }, ...panes])}</div>
      <div className={classNames('relative min-h-0 lg:overflow-y-auto', pane !== 'edit' && 'max-lg:hidden')}>
        {children}
      </div>
      <div
        className={classNames(
          'flex min-h-0 flex-col border-line lg:border-l',
          pane === 'edit' && 'max-lg:hidden',
        )}
      >
        <div className="max-lg:hidden">{tabs(beside, panes)}</div>
        {panes.map(({ name, content, fills }) => (
          <div
            className={classNames(
              'relative min-h-0 lg:flex-1',
              fills ? 'max-lg:h-[calc(100dvh-12rem)] lg:overflow-hidden' : 'lg:overflow-y-auto',
              name === pane ? '' : 'max-lg:hidden',
              name === beside ? '' : 'lg:hidden',
            )}
            key={name}
          >
            {content}
          </div>
        ))}
      </div>
    </div>
  )
}
