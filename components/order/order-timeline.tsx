import type { OrderStatus } from '#lib/domain/order.ts'
import { type Progress, progressOf, stageWords } from '#lib/domain/order-progress.ts'

const marks: Record<Progress['status'], { sign: string; style: string; word: string }> = {
  waiting: { sign: '', style: 'border-2 border-line', word: 'to come' },
  active: {
    sign: '',
    style: 'border-2 border-grass border-t-transparent motion-safe:animate-spin',
    word: 'now',
  },
  done: { sign: '✓', style: 'bg-grass text-on-grass', word: 'done' },
  failed: { sign: '×', style: 'bg-danger text-paper', word: 'failed' },
  undone: { sign: '↩', style: 'border-2 border-edge', word: 'taken back' },
}

/** A purchase stage by stage. */
export function OrderTimeline({ status, retailerName }: { status: OrderStatus; retailerName: string }) {
  return (
    <ol className="grid">
      {progressOf(status).map(progress => {
        const mark = marks[progress.status]
        return (
          <li
            className="relative grid grid-cols-[1.75rem_1fr] gap-x-4 pb-5 before:absolute before:top-7 before:bottom-0 before:left-[0.8125rem] before:w-0.5 before:bg-line last:pb-0 last:before:hidden"
            key={progress.stage}
          >
            <span
              aria-hidden="true"
              className={`grid size-7 place-items-center rounded-full font-semibold text-sm leading-none ${mark.style}`}
            >
              {mark.sign}
            </span>
            <span className={progress.status === 'waiting' ? 'text-muted' : undefined}>
              <span className={progress.status === 'active' ? 'font-semibold' : undefined}>
                {stageWords(progress, retailerName, status)}
              </span>
              <span className="sr-only">, {mark.word}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
