import { ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldError, TextField } from '#components/ui/field.tsx'
import type { Action } from '#lib/domain/action-result.ts'

type FoundProduct = { slug: string; name: string }
export type FindProducts = Action<{ query: string }, FoundProduct[]>

type Properties = {
  name: string
  label: string
  hint?: string
  /** How many may be chosen. One is kept as text, several as a list. */
  most: number
  /** The product that is being edited, which cannot stand in for itself. */
  own?: string
  names: Record<string, string>
  find: FindProducts
}

/** Products of the shop, found by name and kept in order. */
export function ProductsField({ name, label, hint, most, own, names, find }: Properties) {
  const { control, getFieldState, formState } = useFormContext()
  const { field } = useController({ control, name })
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<FoundProduct[]>()
  const [known, setKnown] = useState(names)
  const [finding, setFinding] = useState(false)
  const [failed, setFailed] = useState(false)
  const chosen: string[] = (Array.isArray(field.value) ? field.value : [field.value]).filter(Boolean)
  const { error } = getFieldState(name, formState)

  function put(slugs: string[]) {
    field.onChange(most === 1 ? (slugs[0] ?? '') : slugs)
  }

  async function search() {
    if (query.trim() === '') return
    setFinding(true)
    const result = await find({ query }).catch(() => undefined)
    setFailed(!result?.ok)
    setFound(
      result?.ok ? result.data.filter(({ slug }) => slug !== own && !chosen.includes(slug)) : undefined,
    )
    setFinding(false)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void search()
  }

  function choose({ slug, name: words }: FoundProduct) {
    setKnown({ ...known, [slug]: words })
    put([...chosen, slug])
    setFound(undefined)
    setQuery('')
  }

  return (
    <div className="grid grid-cols-1 gap-3" id={name} tabIndex={-1}>
      {chosen.length < most && (
        <div className="flex items-end gap-3">
          <div className="min-w-0 grow">
            <TextField
              error={error?.message ?? error?.root?.message}
              hint={hint}
              id={`${name}-query`}
              label={label}
              onChange={event => setQuery(event.target.value)}
              onKeyDown={onKeyDown}
              placeholder="Part of a product's name"
              value={query}
            />
          </div>
          <Button onClick={search} pending={finding} variant="outline">
            Find
          </Button>
        </div>
      )}
      {failed && <FieldError>The site did not answer. Please try again.</FieldError>}
      {found && (
        <ul aria-label="Found products" className="flex flex-wrap gap-2">
          {found.length === 0 && <li className="text-muted text-sm">No other published product matches.</li>}
          {found.map(each => (
            <li key={each.slug}>
              <Button onClick={() => choose(each)} size="small" variant="outline">
                Choose {each.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <ol aria-label={label} className="grid gap-1">
          {chosen.map((slug, index) => (
            <li className="flex items-center border border-line bg-paper pl-3 text-sm" key={slug}>
              <span className="min-w-0 grow truncate">{known[slug] ?? slug}</span>
              {most > 1 && (
                <IconButton
                  disabled={index === 0}
                  icon={ArrowUp}
                  label={`Move ${known[slug] ?? slug} up`}
                  onClick={() => put(chosen.toSpliced(index, 1).toSpliced(index - 1, 0, slug))}
                />
              )}
              <IconButton
                icon={X}
                label={`Take ${known[slug] ?? slug} out`}
                onClick={() => put(chosen.filter(each => each !== slug))}
              />
            </li>
          ))}
        </ol>
      )}
      {chosen.length >= most && error?.message && <FieldError>{error.message}</FieldError>}
    </div>
  )
}
