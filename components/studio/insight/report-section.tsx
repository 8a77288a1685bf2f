import type { ReactNode } from 'react'
import { ReportTable } from '#components/studio/insight/report-table.tsx'
import type { DateRange } from '#lib/domain/insight/periods.ts'
import type { Table } from '#lib/domain/insight/tables.ts'

type Properties = {
  table: Table
  range: DateRange
  /** What the figures mean, in a sentence. */
  note?: ReactNode
  children?: ReactNode
  empty?: string
}

/** One part of the report: its chart, the table behind it, and the table as a file. */
export function ReportSection({
  table,
  range,
  note,
  children,
  empty = 'Nothing in these days.',
}: Properties) {
  const id = `insight-${table.id}`
  const isEmpty = table.rows.every(row => row.slice(1).every(cell => typeof cell !== 'number' || cell === 0))
  return (
    <section aria-labelledby={id} className="grid min-w-0 content-start gap-3 border-ink border-t pt-3">
      <h2 className="font-semibold font-text text-lead tracking-tight" id={id}>
        {table.title}
      </h2>
      {note && <p className="max-w-prose text-muted text-sm">{note}</p>}
      {isEmpty ? (
        <p className="border-line border-y py-8 text-muted">{empty}</p>
      ) : (
        <>
          {children}
          <details className="min-w-0">
            <summary className="inline-flex min-h-11 items-center font-medium text-sm underline underline-offset-4 sm:min-h-8">
              The figures<span className="sr-only"> behind “{table.title}”</span>
            </summary>
            <ReportTable
              download={`/studio/insight/csv?table=${table.id}&from=${range.from}&to=${range.to}`}
              table={table}
            />
          </details>
        </>
      )}
    </section>
  )
}
