import Papa from 'papaparse'
import type { ListingCells } from '#lib/domain/listing-cells.ts'
import {
  headingProblems,
  type ImportRow,
  importRowsSchema,
  type RowProblem,
  repeatedSlugs,
} from '#lib/domain/listing-import.ts'

export type ReadFile = { rows: ImportRow[]; problems: RowProblem[] }

/** The rows of a CSV file, with what is wrong with it as a file. */
export function readFile(file: File): Promise<ReadFile> {
  return new Promise((resolve, reject) => {
    Papa.parse<ListingCells>(file, {
      header: true,
      skipEmptyLines: 'greedy',
      transformHeader: heading => heading.trim().toLowerCase(),
      error: reject,
      complete: ({ data, meta, errors }) => {
        const rows = data.map((cells, index) => ({ line: index + 2, cells }))
        const broken = errors.map(({ row = 0 }) => ({
          line: row + 2,
          column: '',
          problem: 'This row has more or fewer cells than the heading, or an open quotation mark.',
        }))
        const headings = headingProblems(meta.fields ?? [])
        if (headings.length > 0) return resolve({ rows: [], problems: headings })
        resolve({ rows, problems: [...broken, ...longCells(rows), ...repeatedSlugs(rows)] })
      },
    })
  })
}

const cellsShape = importRowsSchema.shape.rows.element.shape.cells

function longCells(rows: readonly ImportRow[]): RowProblem[] {
  return rows.flatMap(({ line, cells }) => {
    const checked = cellsShape.safeParse(cells)
    const issues = checked.success ? [] : checked.error.issues
    return issues.map(issue => ({
      line,
      column: String(issue.path[0] ?? ''),
      problem: 'That is too long for one cell.',
    }))
  })
}
