'use client'

import { classNames } from '#components/ui/class-names.ts'
import { cellWords } from '#lib/domain/insight/cell-words.ts'
import type { Column, Table } from '#lib/domain/insight/tables.ts'

/**
 * A table of the report, figures to the right, with the way to have it as a file. It scrolls in itself on a narrow
 * screen; the link is what the keyboard reaches it by. For the browser too: the page then carries the rows once more
 * for chart and table together, and not each cell's markup.
 */
export function ReportTable({ table, download }: { table: Table; download: string }) {
  // Of text, which stands to the left; said where it is so, since figures are many.
  const side = ({ kind }: Column) => (kind === 'text' ? 'text-left!' : undefined)
  return (
    <div className="max-h-112 overflow-auto">
      <table className="figures w-full text-right text-sm [&_td]:whitespace-nowrap [&_td]:py-1.5 [&_tr>*:last-child]:pr-1 [&_tr>*]:pr-4">
        <caption className="text-left">
          <a className="prose-link inline-block py-2.5" download href={download}>
            Download<span className="sr-only"> “{table.title}”</span> as CSV
          </a>
        </caption>
        <thead className="align-bottom text-muted text-note">
          <tr className="border-ink border-t border-b border-b-line">
            {table.columns.map(column => (
              <th className={classNames('py-2 font-semibold', side(column))} key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&_th]:min-w-32 [&_th]:py-1.5 [&_th]:text-left [&_th]:font-medium [&_tr]:border-line [&_tr]:border-b">
          {table.rows.map(row => (
            <tr key={row.slice(0, 2).join(' ')}>
              {table.columns.map((column, index) => {
                const words = cellWords(row[index] ?? null, column.kind)
                return index === 0 ? (
                  <th key={column.title} scope="row">
                    {words}
                  </th>
                ) : (
                  <td className={side(column)} key={column.title}>
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
