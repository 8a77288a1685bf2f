import type { ListingSummary } from '#lib/data/listing-items.ts'
import { cardOf, type Listing, type ListingCard, type ListingSort, type Offer } from '#lib/domain/listing.ts'

/** A listing's card on one shelf, with what it is sorted by. `price` in minor units. */
export type CardRow = {
  shelf: string
  slug: string
  position: string
  name: string
  created: string
  price: number
  card: ListingCard
}
/** A word of a listing. With its position and slug the listing's card is found: see `cardKey`. */
export type WordRow = { initials: string; word: string; slug: string; weight: number; position: string }

/** The index of cards that answers each sort, from which end it is read, and what sorts it. */
const sorts = {
  featured: { index: 'featured', order: 'asc', by: 'position' },
  'price-low': { index: 'priced', order: 'asc', by: 'price' },
  'price-high': { index: 'priced', order: 'desc', by: 'price' },
  newest: { index: 'newest', order: 'desc', by: 'created' },
  name: { index: 'named', order: 'asc', by: 'name' },
} as const satisfies Record<ListingSort, { index: string; order: 'asc' | 'desc'; by: keyof CardRow }>

export type CardIndex = (typeof sorts)[ListingSort]['index']

/** The shelf that answers a list, and how it is read. No category or tag means all of them. */
export function shelfFor(list: { category?: string; tag?: string; sort: ListingSort }) {
  return { shelf: shelfOf(list.category, list.tag), ...sorts[list.sort] }
}

function shelfOf(category = 'all', tag = 'any'): string {
  return `${category}/${tag}`
}

const placeOf = (position: number) => String(position).padStart(6, '0')

/** A published listing's card on every shelf it stands on; none for a draft. */
export function cardRows(listing: Listing, offers: readonly Offer[]): CardRow[] {
  if (listing.status !== 'published') return []
  const card = cardOf(listing, offers)
  const { slug, name, createdAt: created } = listing
  const sorted = { position: placeOf(listing.position), name: name.toLowerCase(), created }
  const price = card.priceFrom.amount
  return [undefined, listing.category].flatMap(category =>
    [undefined, ...listing.tags].map(tag => ({
      shelf: shelfOf(category, tag),
      slug,
      ...sorted,
      price,
      card,
    })),
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

/** Where a listing's card stands among all. */
export function cardKey({ position, slug }: { position: string; slug: string }) {
  return { shelf: shelfOf(), position, slug }
}

/** A published listing's search words, the weightiest place of each counting; none for a draft. */
export function wordRows(listing: Listing): WordRow[] {
  if (listing.status !== 'published') return []
  const { slug } = listing
  const position = placeOf(listing.position)
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
    .map(([word, weight]) => ({ initials: word.slice(0, 2), word, slug, weight, position }))
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
