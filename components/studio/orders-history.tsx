import type { AuditEntry } from '#lib/domain/audit.ts'
import { actionTitle, outcomeWords } from '#lib/domain/audit-words.ts'
import { shortDateTime } from '#lib/domain/dates.ts'
import { messageFor } from '#lib/domain/messages.ts'
import type { TimelineEntry } from '#lib/domain/order.ts'

type Row = { key: string; at: string; what: string; how: string; detail?: string }

function seconds(at: string): string {
  return `${shortDateTime(at)}, ${at.slice(17, 23)} s`
}

function stepRow(entry: TimelineEntry, index: number): Row {
  const { at, step, status, reason } = entry
  return {
    key: `${index}`,
    at,
    what: step,
    how: status,
    detail: reason && `${reason}: ${messageFor(reason)}`,
  }
}

function auditRow(entry: AuditEntry): Row {
  const detail = [outcomeWords(entry.outcome), entry.note && `“${entry.note}”`].filter(Boolean).join(' ')
  return { key: entry.at, at: entry.at, what: actionTitle(entry), how: `by ${entry.by}`, detail }
}

/** Every step's outcomes, repeats too, with what people did, in the order in which it happened. */
export function OrdersHistory({ timeline, audit }: { timeline: TimelineEntry[]; audit: AuditEntry[] }) {
  const rows = [...timeline.map(stepRow), ...audit.map(auditRow)].toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <ol className="border-line border-t text-sm">
      {rows.map(row => (
        <li
          className="grid gap-x-4 border-line border-b py-2 sm:grid-cols-[13rem_12rem_1fr]"
          key={`${row.key}${row.what}`}
        >
          <time className="figures text-muted" dateTime={row.at}>
            {seconds(row.at)}
          </time>
          <span className="font-semibold">{row.what}</span>
          <span>
            {row.how}
            {row.detail && <span className="block text-muted">{row.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
