import Papa from 'papaparse'
import { market } from '#lib/domain/address.ts'
import type { Cell, Column, Table } from '#lib/domain/insight/tables.ts'
import { decimalString, money } from '#lib/domain/money.ts'

/** Excel reads a file as UTF-8 only when it begins with this. */
const byteOrderMark = '\uFEFF'

function written(cell: Cell, { kind }: Column): string | number {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (kind === 'amount') return decimalString(money(cell, market.currency))
  return kind === 'share' || kind === 'change' ? Number(cell.toFixed(4)) : cell
}

/** Rows as a CSV file. Text that a spreadsheet would take for a formula is made plain text. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  // Only text: a fall of 3 % is a number and stays one.
  const safe = rows.map(row =>
    row.map(cell => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)),
  )
  return `${byteOrderMark}${Papa.unparse(safe as unknown[][])}\r\n`
}

/** A table of the report as a CSV file: amounts in the currency's major unit, shares as parts of 1. */
export function tableCsv({ columns, rows }: Table): string {
  const heads = columns.map(({ title, kind }) =>
    kind === 'amount' ? `${title} (${market.currency})` : title,
  )
  const body = rows.map(row => columns.map((column, index) => written(row[index] ?? null, column)))
  return csvOf([heads, ...body])
}
