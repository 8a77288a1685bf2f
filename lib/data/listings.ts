import { unpack } from '#lib/data/compressed.ts'
import { readCursor, writeCursor } from '#lib/data/cursor.ts'
import { type PlaceIndex, shelfFor, wordsOf } from '#lib/data/listing-index.ts'
import {
  cardItem,
  directoryItem,
  editionItem,
  type ListingSummary,
  listingItem,
  offerItem,
  placeItem,
  placeKeys,
  product,
  wordItem,
} from '#lib/data/listing-items.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Listing, ListingCard, ListingSort, Offer, Tag } from '#lib/domain/listing.ts'

export { listingItems } from '#lib/data/listing-batch.ts'
export type { ListingSummary } from '#lib/data/listing-items.ts'
export { saveListing } from '#lib/data/save-listing.ts'
export { saveOffers } from '#lib/data/save-offers.ts'

/** What these retailers ask for these listings. One BatchGet for up to 100 pairs of the two. */
export async function getOffers(slugs: readonly string[], retailerIds: readonly string[]): Promise<Offer[]> {
  const keys = slugs.flatMap(slug => retailerIds.map(retailerId => ({ slug, retailerId })))
  if (keys.length === 0) return []
  const { data } = await offerItem.get(keys).go()
  return data.flatMap(item => item.offers)
}

const pageSize = 24

/** A listing by slug, draft or published, with every retailer's offers. One Query. */
export async function getListing(slug: string): Promise<{ listing: Listing; offers: Offer[] } | undefined> {
  const { data } = await product.collections.product({ slug }).go({ pages: 'all' })
  const listing = data.listing[0]?.listing
  return listing && { listing, offers: data.offer.flatMap(item => item.offers) }
}

/** The listings with these slugs, drafts too, in no order; unknown slugs are left out. One BatchGet for up to 100. */
export async function getListings(slugs: readonly string[]): Promise<Listing[]> {
  const wanted = [...new Set(slugs)]
  if (wanted.length === 0) return []
  const { data, unprocessed } = await listingItem.get(wanted.map(slug => ({ slug }))).go()
  const listings = data.map(item => item.listing)
  if (unprocessed.length === 0) return listings
  // DynamoDB answers at most 16 MB and, under load, less than it could; each round answers some.
  if (data.length === 0) throw new Error('batch get: nothing answered')
  return [...listings, ...(await getListings(unprocessed.map(key => key.slug)))]
}

/** Where a list goes on. Throws `invalid_input` for an `after` that no page ended with. */
function startOf({ shelf, index, by }: ReturnType<typeof shelfFor>, after: string): string {
  const [slug, position, at] = readCursor(after, 3)
  if (by === 'price' && !/^\d{1,15}$/.test(at)) throw new DomainError('invalid_input', { field: 'after' })
  const sorted = by === 'price' ? { price: Number(at) } : { [by]: at }
  return keysOf(index).fromComposite.toCursor({ shelf, slug, position, ...sorted })
}

// The indexes are asked alike, which their types do not say.
const keysOf = (index: PlaceIndex) => placeKeys[index as 'featured']
const placesBy = (index: PlaceIndex) => placeItem.query[index as 'featured']

type List = { category?: string; tag?: Tag; sort: ListingSort; after?: string; limit?: number }

/**
 * A page of published listings, in order, by slug. One Query that reads one page's places whatever the catalogue's
 * size. `next` is absent on the last page. Throws `invalid_input` for an `after` that this function did not make.
 */
export async function listShelf(list: List): Promise<{ slugs: string[]; next?: string }> {
  const asked = shelfFor(list)
  const limit = list.limit ?? pageSize
  const cursor = list.after ? startOf(asked, list.after) : null
  const { index, order, shelf, by } = asked
  const { data } = await placesBy(index)({ shelf }).go({ order, limit: limit + 1, cursor })
  const page = data.slice(0, limit)
  const last = page.at(-1)
  return {
    slugs: page.map(item => item.slug),
    next: last && data.length > limit ? writeCursor([last.slug, last.position, String(last[by])]) : undefined,
  }
}

/** A page of cards, as `listShelf` has them. A Query, and a BatchGet for up to 100. */
export async function listCards(list: List): Promise<{ cards: ListingCard[]; next?: string }> {
  const { slugs, next } = await listShelf(list)
  return { cards: await getCards(slugs), next }
}

/** The cards of published listings, in this order; one that was taken down meanwhile is left out. */
async function getCards(slugs: readonly string[]): Promise<ListingCard[]> {
  const cards = new Map<string, ListingCard>()
  let keys = slugs.map(slug => ({ slug }))
  while (keys.length > 0) {
    const { data, unprocessed } = await cardItem.get(keys).go()
    // DynamoDB answers, under load, less than it could; each round answers some.
    if (data.length === 0 && unprocessed.length > 0) throw new Error('batch get: nothing answered')
    for (const item of data) cards.set(item.slug, item.card)
    keys = unprocessed
  }
  return slugs.flatMap(slug => cards.get(slug) ?? [])
}

const maximumQueryWords = 4
const perWord = 50

type Hit = { slug: string; matched: number; weight: number }

/**
 * Published listings that match a query's first four words, best first: most words matched, then where they were
 * found (a name counts most). A word matches by its beginning. One small Query a word, in parallel, and a BatchGet.
 */
export async function searchCards(query: string, limit: number = pageSize): Promise<ListingCard[]> {
  const words = wordsOf(query).slice(0, maximumQueryWords)
  const answers = await Promise.all(
    words.map(word => {
      const stem = word.length > 3 ? word.replace(/s$/, '') : word
      return wordItem.query
        .word({ initials: stem.slice(0, 2) })
        .begins({ word: stem })
        .go({ limit: perWord })
    }),
  )
  const found = new Map<string, Hit>()
  for (const { data } of answers) {
    const best = new Map<string, (typeof data)[number]>()
    for (const item of data) {
      if (item.weight > (best.get(item.slug)?.weight ?? 0)) best.set(item.slug, item)
    }
    for (const { slug, weight } of best.values()) {
      const { matched, weight: before } = found.get(slug) ?? { matched: 0, weight: 0 }
      found.set(slug, { slug, matched: matched + 1, weight: before + weight })
    }
  }
  const best = [...found.values()].toSorted(
    (a, b) => b.matched - a.matched || b.weight - a.weight || (a.slug < b.slug ? -1 : 1),
  )
  return getCards(best.slice(0, limit).map(hit => hit.slug))
}

const versionsShown = 50

/** A listing as it was after each of its latest edits, newest first. One Query. */
export async function listVersions(slug: string): Promise<Listing[]> {
  const { data } = await editionItem.query.edition({ slug }).go({ order: 'desc', limit: versionsShown })
  return data.map(item => unpack<Listing>(item.content))
}

/** A listing as it was after one edit, or undefined. One GetItem. */
export async function getVersion(slug: string, version: number): Promise<Listing | undefined> {
  const { data } = await editionItem.get({ slug, edition: version }).go()
  return data ? unpack<Listing>(data.content) : undefined
}

/** A page of all listings, drafts too, by slug: for the studio and for jobs. One Query. */
export async function listAllListings(
  list: { after?: string; limit?: number } = {},
): Promise<{ listings: ListingSummary[]; next?: string }> {
  const limit = list.limit ?? pageSize
  const whole = directoryItem.query.directory({ directory: 'listings' })
  const rest = list.after ? whole.gt({ slug: readCursor(list.after, 1)[0] }) : whole
  const { data } = await rest.go({ limit: limit + 1 })
  const page = data.slice(0, limit)
  const last = page.at(-1)
  return {
    listings: page.map(item => item.summary),
    next: last && data.length > limit ? writeCursor([last.slug]) : undefined,
  }
}
