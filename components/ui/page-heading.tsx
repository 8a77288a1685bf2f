import type { ReactNode } from 'react'

/** A page's first heading with its lead; the ledger's double rule stands above it. */
export function PageHeading({
  title,
  lead,
  aside,
}: {
  title: ReactNode
  lead?: ReactNode
  aside?: ReactNode
}) {
  return (
    <header className="ledger-rule">
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4 pt-6 pb-8">
        <div className="grid max-w-3xl gap-3">
          <h1 className="text-title">{title}</h1>
          {lead && <p className="max-w-prose text-lead text-muted">{lead}</p>}
        </div>
        {aside}
      </div>
    </header>
  )
}
