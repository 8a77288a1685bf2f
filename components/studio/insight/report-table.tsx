'use client'

import { cellWords } from '#lib/domain/insight/cell-words.ts'
import type { Table } from '#lib/domain/insight/tables.ts'

/**
 * A table of the report, figures to the right, with the way to have it as a file. It scrolls in itself on a narrow
 * screen; the link is what the keyboard reaches it by. For the browser too: the page then carries the rows once more
 * for chart and table together, and not each cell's markup.
 */
export function ReportTable({ table, download }: { table: Table; download: string }) {
  const side = (kind: string) => (kind === 'text' ? 'text-left' : 'figures text-right')
  return (
    <div className="max-h-112 overflow-auto">
      <table className="w-full text-sm">
        <caption className="text-left">
          <a className="prose-link inline-block py-2.5" download href={download}>
            Download<span className="sr-only"> “{table.title}”</span> as CSV
          </a>
        </caption>
        <thead>
          <tr className="border-ink border-t border-b border-b-line">
            {table.columns.map(column => (
              <th
                className={`py-2 pr-4 align-bottom font-semibold text-muted text-note last:pr-1 ${side(column.kind)}`}
                key={column.title}
                scope="col"
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <tr className="border-line border-b" key={row.slice(0, 2).join(' ')}>
              {table.columns.map((column, index) => {
                const words = cellWords(row[index] ?? null, column.kind)
                const styles = `py-1.5 pr-4 last:pr-1 ${side(column.kind)}`
                return index === 0 ? (
                  <th className={`${styles} min-w-32 font-medium`} key={column.title} scope="row">
                    {words}
                  </th>
                ) : (
                  <td className={`${styles} whitespace-nowrap`} key={column.title}>
                    {words}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
