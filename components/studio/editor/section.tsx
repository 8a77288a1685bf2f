import type { ReactNode } from 'react'

/** One part of the editor under its heading. */
export function Section({
  id,
  title,
  hint,
  action,
  children,
}: {
  id: string
  title: string
  hint?: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section
      aria-labelledby={`${id}-heading`}
      className="grid gap-4 border-line border-t pt-5 first:border-t-0 first:pt-0"
      id={id}
      tabIndex={-1}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold font-text text-lead tracking-tight" id={`${id}-heading`}>
          {title}
        </h2>
        {action}
      </div>
      {hint && <p className="-mt-3 text-muted text-note">{hint}</p>}
      {children}
    </section>
  )
}
