import type { ReactNode } from 'react'

/** What a page says when it has nothing to show: why, and where to go next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="grid justify-items-start gap-4 border-line border-y py-12 sm:py-16">
      <h2 className="text-title">{title}</h2>
      {children && <div className="max-w-prose text-lead text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
    </div>
  )
}
