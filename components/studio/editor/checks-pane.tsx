import { useFormContext, useWatch } from 'react-hook-form'
import { checkListing, type ListingCheck } from '#lib/domain/listing-checks.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

/** What the form as typed still lacks. */
export function useChecks(categories: readonly { slug: string }[]): ListingCheck[] {
  const { control, getValues } = useFormContext<ListingEdit>()
  useWatch({ control })
  return checkListing(
    getValues(),
    categories.map(({ slug }) => slug),
  )
}

/** Puts the cursor where a check points: its field, or else the nearest thing around it. */
export function goTo(path: string): void {
  const parts = path.split('.')
  while (parts.length > 0) {
    const found = document.getElementById(parts.join('.'))
    if (found) {
      found.scrollIntoView({ block: 'center' })
      found.focus({ preventScroll: true })
      return
    }
    parts.pop()
  }
}

function List({ checks, onGo }: { checks: ListingCheck[]; onGo: (path: string) => void }) {
  return (
    <ul className="mt-2 grid">
      {checks.map(({ path, words }) => (
        <li className="border-line border-t" key={`${path} ${words}`}>
          <button
            className="flex min-h-11 w-full items-center py-1.5 text-left text-sm underline-offset-4 hover:underline"
            onClick={() => onGo(path)}
            type="button"
          >
            <span>
              <span className="font-medium">{placeOf(path)}</span> {words}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const places: Record<string, string> = {
  name: 'Name:',
  tagline: 'Tagline:',
  description: 'Description:',
  category: 'Category:',
  position: 'Place on its shelf:',
  images: 'Pictures:',
  facts: 'Facts:',
  sku: 'SKU:',
  label: 'Name of the size:',
  gtin: 'GTIN:',
  guidance: 'Suggested price:',
  alt: 'What it shows:',
}

/** Which field a path means, in words: `Size 2, SKU:`. */
function placeOf(path: string): string {
  const [list, index, field] = path.split('.')
  const place = places[field ?? ''] ?? ''
  if (list === 'variants' && index)
    return field === 'retailerSkus' || !place ? '' : `Size ${Number(index) + 1}, ${place}`
  if (list === 'images' && index) return `Picture ${Number(index) + 1}:`
  return places[list ?? ''] ?? ''
}

/** What must be put right before publishing, and what would make the listing better; each leads to its field. */
export function ChecksPane({ checks, onGo }: { checks: ListingCheck[]; onGo: (path: string) => void }) {
  const musts = checks.filter(check => check.level === 'must')
  const shoulds = checks.filter(check => check.level === 'should')
  return (
    <div className="grid gap-6 p-4">
      {checks.length === 0 && <p className="text-good">Nothing is missing.</p>}
      {musts.length > 0 && (
        <section aria-labelledby="musts">
          <h2 className="font-semibold font-text text-base text-danger tracking-normal" id="musts">
            Before it can be published
          </h2>
          <List checks={musts} onGo={onGo} />
        </section>
      )}
      {shoulds.length > 0 && (
        <section aria-labelledby="shoulds">
          <h2 className="font-semibold font-text text-amber text-base tracking-normal" id="shoulds">
            Would make it better
          </h2>
          <List checks={shoulds} onGo={onGo} />
        </section>
      )}
    </div>
  )
}
