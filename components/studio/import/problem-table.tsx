import type { RowProblem } from '#lib/domain/listing-import.ts'

const shown = 200
const head = 'py-2 pr-4 text-left font-semibold text-muted text-note'

/** What is wrong with a file, by line, the first few hundred. */
export function ProblemTable({ problems }: { problems: readonly RowProblem[] }) {
  if (problems.length === 0) return null
  const first = problems.toSorted((a, b) => a.line - b.line).slice(0, shown)
  return (
    <div className="grid gap-2">
      <table className="w-full border-ink border-t text-sm">
        <caption className="pb-2 text-left font-semibold">Lines that will not come in</caption>
        <thead className="border-line border-b">
          <tr>
            <th className={head} scope="col">
              Line
            </th>
            <th className={head} scope="col">
              Column
            </th>
            <th className={head} scope="col">
              What is wrong
            </th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ line, column, problem }) => (
            <tr className="border-line border-b align-top" key={`${line} ${column} ${problem}`}>
              <td className="py-2 pr-4 tabular-nums">{line}</td>
              <td className="py-2 pr-4">{column}</td>
              <td className="py-2">{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > shown && (
        <p className="text-muted text-sm">And {problems.length - shown} more. Mend these first.</p>
      )}
    </div>
  )
}
