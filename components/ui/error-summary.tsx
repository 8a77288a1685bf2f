'use client'

import { useEffect, useRef } from 'react'

export type FieldProblem = { id: string; message: string }

/**
 * All that keeps a form from being sent, in one list at its top, each leading to its field. Takes the focus whenever
 * `attempt`, the count of tries to send, rises.
 */
export function ErrorSummary({ problems, attempt }: { problems: FieldProblem[]; attempt: number }) {
  const summary = useRef<HTMLDivElement>(null)
  const shown = problems.length > 0
  useEffect(() => {
    if (attempt > 0 && shown) summary.current?.focus()
  }, [attempt, shown])
  if (!shown) return null
  return (
    <div
      aria-labelledby="error-summary-title"
      className="scroll-mt-40 border-2 border-danger bg-danger-soft p-4"
      ref={summary}
      role="alert"
      tabIndex={-1}
    >
      <h2 className="font-semibold text-lead" id="error-summary-title">
        {problems.length === 1
          ? 'One thing needs your attention'
          : `${problems.length} things need your attention`}
      </h2>
      <ul className="mt-2 grid gap-1">
        {problems.map(problem => (
          <li key={problem.id}>
            <a
              className="inline-flex min-h-6 underline underline-offset-4"
              href={`#${problem.id}`}
              onClick={event => {
                event.preventDefault()
                document.getElementById(problem.id)?.focus()
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
