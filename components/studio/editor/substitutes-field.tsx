import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { EditorActions } from '#components/studio/editor/editor-types.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

type Found = { slug: string; name: string }
type Properties = {
  own: string
  names: Record<string, string>
  findListings: EditorActions['findListings']
}

/** The products offered when this one is sold out, the best first. */
export function SubstitutesField({ own, names, findListings }: Properties) {
  const { control } = useFormContext<ListingEdit>()
  const { field } = useController({ control, name: 'substitutes' })
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found[]>()
  const [known, setKnown] = useState(names)
  const [finding, setFinding] = useState(false)

  async function find() {
    if (query.trim() === '') return
    setFinding(true)
    const result = await findListings({ query }).catch(() => undefined)
    setFound(
      result?.ok ? result.data.filter(({ slug }) => slug !== own && !field.value.includes(slug)) : undefined,
    )
    setFinding(false)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void find()
  }

  function choose({ slug, name }: Found) {
    setKnown({ ...known, [slug]: name })
    field.onChange([...field.value, slug])
    setFound(undefined)
    setQuery('')
  }

  return (
    <div className="grid gap-3" id="substitutes" tabIndex={-1}>
      <div className="flex items-end gap-3">
        <div className="min-w-0 grow">
          <TextField
            hint="Offered when this one is sold out, the first before the others."
            id="substitute-query"
            label="What can stand in for it"
            onChange={event => setQuery(event.target.value)}
            onKeyDown={onKeyDown}
            placeholder="Part of a product's name"
            value={query}
          />
        </div>
        <Button onClick={find} pending={finding} variant="outline">
          Find
        </Button>
      </div>
      {found && (
        <ul aria-label="Found products" className="flex flex-wrap gap-2">
          {found.length === 0 && <li className="text-muted text-sm">No other published product matches.</li>}
          {found.map(each => (
            <li key={each.slug}>
              <Button onClick={() => choose(each)} size="small" variant="outline">
                Add {each.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {field.value.length > 0 && (
        <ol aria-label="Substitutes" className="flex flex-wrap gap-2">
          {field.value.map(slug => (
            <li className="inline-flex items-center border border-line bg-surface pl-3 text-sm" key={slug}>
              {known[slug] ?? slug}
              <button
                aria-label={`Remove ${known[slug] ?? slug}`}
                className="grid size-10 place-items-center text-muted hover:text-ink"
                onClick={() => field.onChange(field.value.filter(each => each !== slug))}
                type="button"
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
