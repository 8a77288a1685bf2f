import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** A part of a form that few need: folded up, unless something in it was refused. */
export function Fold({
  title,
  hint,
  hasProblem,
  children,
}: {
  title: string
  hint: string
  hasProblem: boolean
  children: ReactNode
}) {
  return (
    <details className="group border-line border-t pt-3" open={hasProblem || undefined}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2">
        <ChevronRight
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span>
          <span className="block font-semibold text-lead leading-snug">{title}</span>
          <span className="block text-muted text-note">{hint}</span>
        </span>
      </summary>
      <div className="grid gap-8 pt-6">{children}</div>
    </details>
  )
}
