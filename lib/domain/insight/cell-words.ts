import { shortDate } from '#lib/domain/dates.ts'
import type { Cell, ColumnKind } from '#lib/domain/insight/tables.ts'
import { formatMoney } from '#lib/domain/money-format.ts'

const whole = new Intl.NumberFormat('en-US')
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 })
const signed = new Intl.NumberFormat('en-US', {
  style: 'percent',
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})
const monthWords = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A day or month for people: `Nov 22, 2026`, `Nov 2026`. Anything else stays as it is. */
export function periodWords(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(`${text}T12:00:00-05:00`)
  return /^\d{4}-\d{2}$/.test(text) ? monthWords.format(new Date(`${text}-15`)) : text
}

/** A figure for people. What cannot be given is a dash. */
export function cellWords(cell: Cell, kind: ColumnKind, currency = 'USD'): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return periodWords(cell)
  if (kind === 'amount') return formatMoney({ amount: cell, currency })
  if (kind === 'share') return percent.format(cell)
  return kind === 'change' ? signed.format(cell) : whole.format(cell)
}
