import { cellWords, periodWords } from '#lib/domain/insight/cell-words.ts'
import type { DateRange } from '#lib/domain/insight/periods.ts'
import type { Headline } from '#lib/domain/insight/report.ts'
import { changeFrom } from '#lib/domain/insight/tables.ts'

/** The figures that matter most, each with what it was before. */
export function Headlines({ headlines, previous }: { headlines: Headline[]; previous: DateRange }) {
  return (
    <div className="grid gap-2">
      <dl className="grid grid-cols-2 border-ink border-t md:grid-cols-3 xl:grid-cols-6">
        {headlines.map(({ title, kind, now, before }) => {
          const change = now === null || before === null ? null : changeFrom(now, before)
          return (
            <div className="grid content-start gap-1 border-line border-b py-4 pr-4" key={title}>
              <dt className="text-muted text-sm">{title}</dt>
              <dd className="figures font-semibold text-2xl tracking-tight">{cellWords(now, kind)}</dd>
              <dd className="text-muted text-note">
                {change !== null && (
                  <span className={change < 0 ? 'text-danger' : 'text-good'}>
                    {cellWords(change, 'change')}{' '}
                  </span>
                )}
                <span className="sr-only">, </span>before {cellWords(before, kind)}
              </dd>
            </div>
          )
        })}
      </dl>
      <p className="text-muted text-note">
        Before: {periodWords(previous.from)} to {periodWords(previous.to)}. Sales are what confirmed orders
        cost at the retailers, without delivery and tax, on the day they were placed.
      </p>
    </div>
  )
}
