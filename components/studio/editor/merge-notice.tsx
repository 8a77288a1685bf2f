import type { Merge } from '#components/studio/editor/use-draft.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Difference } from '#lib/domain/merge-edits.ts'

const names: Record<string, string> = {
  name: 'Name',
  tagline: 'Tagline',
  description: 'Description',
  category: 'Category',
  position: 'Place on its shelf',
  tags: 'Properties',
  variants: 'Sizes',
  images: 'Pictures',
  facts: 'Facts',
  ingredients: 'Ingredients',
  allergens: 'Allergens',
  nutrition: 'Nutrition',
  substitutes: 'Substitutes',
  'seo.title': 'Search title',
  'seo.description': 'Search description',
}

/** What a listing's field is called, by its path in the form. */
export function listingField(path: string): string {
  const [list = '', index] = path.split('.')
  const name = names[path] ?? names[list] ?? path
  return index && /^\d+$/.test(index) ? `${name}, ${Number(index) + 1}` : name
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value || '(nothing)'
  if (!Array.isArray(value)) return JSON.stringify(value)
  const entries = value.map(entry =>
    typeof entry === 'object' && entry !== null
      ? Object.values(entry)
          .filter(part => typeof part === 'string')
          .join(', ')
      : String(entry),
  )
  return entries.join('\n') || '(nothing)'
}

type Properties = {
  merge: Merge
  /** What is edited: `this listing`. */
  what: string
  nameOf: (path: string) => string
  onSettle: (difference: Difference, side: 'mine' | 'theirs') => void
  onDismiss: () => void
}

/** What someone else changed while this editor was open: taken in where it could be, put to a choice where not. */
export function MergeNotice({ merge, what, nameOf, onSettle, onDismiss }: Properties) {
  const { by, taken, conflicts } = merge
  if (conflicts.length === 0) {
    return (
      <Notice role="status" title={`${by} changed ${what} while you were editing`} tone="info">
        <p>{taken ? 'Their changes are in the form now, beside yours.' : 'Nothing of yours was touched.'}</p>
        <Button className="mt-1 -ml-3" onClick={onDismiss} size="small" variant="quiet">
          All right
        </Button>
      </Notice>
    )
  }
  return (
    <section
      aria-label="Conflict"
      className="grid gap-4 border-accent border-l-4 bg-amber-soft p-4"
      role="alert"
    >
      <div>
        <h2 className="font-semibold font-text text-base tracking-normal">
          You and {by} changed the same while you were editing
        </h2>
        <p className="text-sm">
          Choose for each field. Yours is still in the form; it is saved once you have chosen.
        </p>
      </div>
      {conflicts.map(difference => (
        <div className="grid gap-2 border-ink/20 border-t pt-3 text-sm" key={difference.path}>
          <h3 className="font-semibold font-text text-sm tracking-normal">{nameOf(difference.path)}</h3>
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[4rem_1fr]">
            <dt>Yours</dt>
            <dd className="whitespace-pre-line">{wordsOf(difference.mine)}</dd>
            <dt>Theirs</dt>
            <dd className="whitespace-pre-line font-medium">{wordsOf(difference.theirs)}</dd>
          </dl>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => onSettle(difference, 'mine')} size="small" variant="outline">
              Keep mine
            </Button>
            <Button onClick={() => onSettle(difference, 'theirs')} size="small" variant="outline">
              Take theirs
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}
