import { Button } from '#components/ui/button.tsx'
import type { Difference } from '#lib/domain/listing-edit.ts'

const names: Record<string, string> = {
  name: 'Name',
  tagline: 'Tagline',
  description: 'Description',
  category: 'Category',
  status: 'State',
}

type EditConflictProps = {
  by: string
  version: number
  differences: Difference[]
  onTake: (difference: Difference) => void
}

/** What someone else saved while this editor was open, beside what was typed here. */
export function EditConflict({ by, version, differences, onTake }: EditConflictProps) {
  return (
    <section
      aria-labelledby="conflict-heading"
      className="grid gap-4 border-accent border-l-4 bg-amber-soft p-5"
      role="alert"
    >
      <div>
        <h2 className="font-semibold font-text text-base tracking-normal" id="conflict-heading">
          Not saved: {by} saved version {version} while you were editing
        </h2>
        <p className="text-sm">
          {differences.length === 0
            ? 'It now says the same as yours.'
            : 'Your words are still in the form below. Take theirs where you like, then save again to keep the rest of yours.'}
        </p>
      </div>
      {differences.map(difference => (
        <div className="grid gap-2 border-ink/20 border-t pt-3 text-sm" key={difference.field}>
          <h3 className="font-semibold font-text text-sm tracking-normal">
            {names[difference.field] ?? 'Suggested price'}
          </h3>
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[4rem_1fr]">
            <dt>Yours</dt>
            <dd className="whitespace-pre-line">{difference.mine}</dd>
            <dt>Theirs</dt>
            <dd className="whitespace-pre-line font-medium">{difference.theirs}</dd>
          </dl>
          <Button
            className="justify-self-start"
            onClick={() => onTake(difference)}
            size="small"
            variant="outline"
          >
            Take theirs
          </Button>
        </div>
      ))}
    </section>
  )
}
