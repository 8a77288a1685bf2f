import { z } from 'zod'
import { listingColumns } from '#lib/domain/listing-cells.ts'

/** How many rows one call takes: each ends well within a function's time. */
export const rowsAtOnce = 200

const cellsSchema = z.partialRecord(z.enum(listingColumns), z.string().max(20_000))

/** Rows of a file on their way in. `line` counts as a spreadsheet does: the heading is line 1. */
export const importRowsSchema = z.object({
  rows: z
    .array(z.object({ line: z.number().int().min(2), cells: cellsSchema }))
    .min(1)
    .max(rowsAtOnce),
  /** False looks only, and changes nothing. */
  apply: z.boolean(),
})
export type ImportRow = z.infer<typeof importRowsSchema>['rows'][number]

/** What is wrong with a row, in words for a person, at one of its columns. */
export type RowProblem = { line: number; column: string; problem: string }

/** What became of one row, or would. A refused one changed nothing. */
export type RowOutcome = {
  line: number
  slug: string
  outcome: 'created' | 'changed' | 'unchanged' | 'refused'
  problems: RowProblem[]
}

/** Lines whose slug stands in an earlier line already: only one of them can be meant. */
export function repeatedSlugs(rows: readonly ImportRow[]): RowProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, cells }) => {
    const slug = cells.slug?.trim()
    const earlier = slug ? first.get(slug) : undefined
    if (slug && earlier === undefined) first.set(slug, line)
    if (earlier === undefined) return []
    return [{ line, column: 'slug', problem: `The same slug is in line ${earlier}.` }]
  })
}

/** Headings that are no column of ours, with a heading that the file must have and has not. */
export function headingProblems(headings: readonly string[]): RowProblem[] {
  const unknown = headings.filter(heading => !listingColumns.some(column => column === heading))
  const problems = unknown.map(heading => ({
    line: 1,
    column: heading,
    problem: `There is no such column. Columns: ${listingColumns.join(', ')}.`,
  }))
  if (headings.includes('slug')) return problems
  return [{ line: 1, column: 'slug', problem: 'The file needs a column slug.' }, ...problems]
}
