import type { ListingSummary } from '#lib/data/listing-items.ts'
import { cardOf, type Listing, type ListingCard, type ListingSort, type Offer } from '#lib/domain/listing.ts'

/** Where a listing stands on one shelf, in each order. `price` in minor units. */
export type PlaceRow = {
  shelf: string
  slug: string
  position: string
  name: string
  created: string
  price: number
}
/** A word of a listing. */
export type WordRow = { initials: string; word: string; slug: string; weight: number }

/** The index of places that answers each sort, from which end it is read, and what sorts it. */
const sorts = {
  featured: { index: 'featured', order: 'asc', by: 'position' },
  'price-low': { index: 'priced', order: 'asc', by: 'price' },
  'price-high': { index: 'priced', order: 'desc', by: 'price' },
  newest: { index: 'newest', order: 'desc', by: 'created' },
  name: { index: 'named', order: 'asc', by: 'name' },
} as const satisfies Record<ListingSort, { index: string; order: 'asc' | 'desc'; by: keyof PlaceRow }>

export type PlaceIndex = (typeof sorts)[ListingSort]['index']

/** The shelf that answers a list, and how it is read. No category or tag means all of them. */
export function shelfFor(list: { category?: string; tag?: string; sort: ListingSort }) {
  return { shelf: shelfOf(list.category, list.tag), ...sorts[list.sort] }
}

function shelfOf(category = 'all', tag = 'any'): string {
  return `${category}/${tag}`
}

/** What the shop shows of a listing in lists: nothing of a draft. */
export function shownCard(listing: Listing, offers: readonly Offer[]): ListingCard | undefined {
  return listing.status === 'published' ? cardOf(listing, offers) : undefined
}

/** Where a listing with this card stands, on every shelf; none for a draft, which has no card. */
export function placeRows(listing: Listing, card: ListingCard | undefined): PlaceRow[] {
  if (!card) return []
  const { slug, name, createdAt: created } = listing
  const position = String(listing.position).padStart(6, '0')
  const sorted = { slug, position, name: name.toLowerCase(), created, price: card.priceFrom.amount }
  return [undefined, listing.category].flatMap(category =>
    [undefined, ...listing.tags].map(tag => ({ shelf: shelfOf(category, tag), ...sorted })),
  )
}

/** Whether this is the shelf of a tag. */
export function isTagged({ shelf }: PlaceRow): boolean {
  return !shelf.endsWith(shelfOf('', undefined))
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

/** A published listing's search words, the weightiest place of each counting; none for a draft. */
export function wordRows(listing: Listing): WordRow[] {
  if (listing.status !== 'published') return []
  const { slug } = listing
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
    .map(([word, weight]) => ({ initials: word.slice(0, 2), word, slug, weight }))
}

/** The words of a listing that have items, as its own item names them. */
export type KnownWords = { words: readonly string[]; named: readonly string[] }

/** The words that a listing's item names, of `words` and of its name. */
export function knownWords(
  { slug, name }: Listing,
  words: readonly WordRow[],
): { words: string[]; named: string[] } {
  return { words: words.map(row => row.word), named: nameWordRows(slug, name).map(row => row.word) }
}

type WordKey = { initials: string; word: string; slug: string }
export type WordChanges = {
  words: { puts: WordRow[]; removes: WordKey[] }
  names: { puts: WordKey[]; removes: WordKey[] }
}

/** The words to write and to remove so that a listing of which `known` may have items has its own and no others. */
export function wordChanges(listing: Listing, known: KnownWords): WordChanges {
  const { slug, name } = listing
  const words = wordRows(listing)
  const names = nameWordRows(slug, name)
  const gone = (before: readonly string[], rows: readonly { word: string }[]) =>
    before
      .filter(word => rows.every(row => row.word !== word))
      .map(word => ({ initials: word.slice(0, 2), word, slug }))
  return {
    words: { puts: words, removes: gone(known.words, words) },
    names: { puts: names, removes: gone(known.named, names) },
  }
}
