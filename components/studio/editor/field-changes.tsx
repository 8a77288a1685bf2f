import type { FieldChange, Run } from '#lib/domain/compare-edits.ts'

/** A long stretch of words that both sides have, cut in its middle. */
function shortened(text: string): string {
  const words = text.split(/(?<=\s)/)
  return words.length <= 24 ? text : `${words.slice(0, 10).join('')}… ${words.slice(-10).join('')}`
}

function part({ kind, text }: Run, key: string) {
  if (kind === 'added')
    return (
      <ins className="bg-good-soft text-good" key={key}>
        {text}
      </ins>
    )
  if (kind === 'removed')
    return (
      <del className="bg-danger-soft text-danger" key={key}>
        {text}
      </del>
    )
  return <span key={key}>{shortened(text)}</span>
}

/** What differs between two versions, field by field, words put in and taken out marked. */
export function FieldChanges({ changes }: { changes: FieldChange[] | undefined }) {
  if (!changes) return <p className="pb-3 text-muted text-sm">Comparing…</p>
  if (changes.length === 0)
    return <p className="pb-3 text-muted text-sm">The words are the same; its state in the shop changed.</p>
  return (
    <dl className="grid gap-3 pb-4 text-sm">
      {changes.map(({ name, runs }) => (
        <div key={name}>
          <dt className="font-semibold">{name}</dt>
          <dd className="whitespace-pre-line break-words">
            {runs.map((run, index) => part(run, `${name}-${index}`))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
