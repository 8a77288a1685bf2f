import type { ListingSummary } from '#lib/data/listing-items.ts'
import { cardOf, type Listing, type ListingCard, type ListingSort, type Offer } from '#lib/domain/listing.ts'

export type CardRow = { shelf: string; place: string; slug: string; card: ListingCard }
/** A word of a listing. With its name and slug the listing's card is found: see `cardKey`. */
export type WordRow = { initials: string; word: string; slug: string; weight: number; name: string }

/** How cards are ranked on a shelf. `price` and `created` serve two sorts, read from either end. */
type Rank = 'position' | 'price' | 'created' | 'name'

const ranks: Record<ListingSort, { rank: Rank; order: 'asc' | 'desc' }> = {
  featured: { rank: 'position', order: 'asc' },
  'price-low': { rank: 'price', order: 'asc' },
  'price-high': { rank: 'price', order: 'desc' },
  newest: { rank: 'created', order: 'desc' },
  name: { rank: 'name', order: 'asc' },
}

/** The shelf that answers a list, and from which end it is read. No category or tag means all of them. */
export function shelfFor(list: { category?: string; tag?: string; sort: ListingSort }) {
  const { rank, order } = ranks[list.sort]
  return { shelf: `${list.category ?? 'all'}/${list.tag ?? 'any'}/${rank}`, order }
}

function place(rank: Rank, listing: Listing, card: ListingCard): string {
  if (rank === 'position') return String(listing.position).padStart(6, '0')
  if (rank === 'price') return String(card.priceFrom.amount).padStart(12, '0')
  if (rank === 'created') return listing.createdAt
  return listing.name.toLowerCase()
}

/** A published listing's card on every shelf it stands on; none for a draft. */
export function cardRows(listing: Listing, offers: readonly Offer[]): CardRow[] {
  if (listing.status !== 'published') return []
  const card = cardOf(listing, offers)
  const { slug } = listing
  return ['all', listing.category].flatMap(category =>
    ['any', ...listing.tags].flatMap(tag =>
      (['position', 'price', 'created', 'name'] as const).map(rank => ({
        shelf: `${category}/${tag}/${rank}`,
        place: place(rank, listing, card),
        slug,
        card,
      })),
    ),
  )
}

/** The listing's line in the studio's directory. */
export function summaryOf(listing: Listing, offers: readonly Offer[]): ListingSummary {
  const { slug, name, category, status, version, updatedAt, updatedBy } = listing
  return { slug, name, category, status, version, updatedAt, updatedBy, card: cardOf(listing, offers) }
}

/** The shelf of listings without a category yet. */
export const noShelf = '-'

/** A line of the directory as it is stored. */
export function directoryLine(summary: ListingSummary) {
  const { slug, category, status } = summary
  return { directory: 'listings', slug, shelf: category || noShelf, state: status, summary }
}

/** What finds a listing in the studio: the words of its name. They are hints, and the name itself decides. */
export function nameWordRows(slug: string, name: string) {
  return wordsOf(name).map(word => ({ initials: word.slice(0, 2), word, slug }))
}

const maximumWords = 60
const common = new Set('a an and as at by for from in is it no of on or our the to with'.split(' '))

/** The words of a text as the search index knows them: small letters without accents, two characters or more. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const found = plain.match(/[a-z0-9]{2,}/g) ?? []
  return [...new Set(found.filter(word => !common.has(word)).map(word => word.slice(0, 24)))]
}

/** Where a listing's card stands among all, by name. */
export function cardKey({ name, slug }: { name: string; slug: string }) {
  return { shelf: shelfFor({ sort: 'name' }).shelf, place: name.toLowerCase(), slug }
}

/** A published listing's search words, the weightiest place of each counting; none for a draft. */
export function wordRows(listing: Listing): WordRow[] {
  if (listing.status !== 'published') return []
  const { slug, name } = listing
  const weights = new Map<string, number>()
  const texts: [string, number][] = [
    [listing.name, 8],
    [listing.category, 4],
    [listing.tags.join(' '), 4],
    [listing.tagline, 2],
    [listing.ingredients, 1],
  ]
  for (const [text, weight] of texts) {
    for (const word of wordsOf(text)) if (!weights.has(word)) weights.set(word, weight)
  }
  return [...weights]
    .slice(0, maximumWords)
    .map(([word, weight]) => ({ initials: word.slice(0, 2), word, slug, weight, name }))
}
