import { setTimeout as pause } from 'node:timers/promises'
import { pack } from '#lib/data/compressed.ts'
import {
  directoryLine,
  knownWords,
  nameWordRows,
  placeRows,
  shownCard,
  summaryOf,
  type WordChanges,
  type WordRow,
  wordRows,
} from '#lib/data/listing-index.ts'
import {
  cardItem,
  directoryItem,
  editionItem,
  listingItem,
  nameWordItem,
  offerItem,
  placeItem,
  wordItem,
} from '#lib/data/listing-items.ts'
import { client, tableName } from '#lib/data/table.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'

type Item = Record<string, unknown>
type Write = { put: Item } | { remove: Item }

function itemOf(parameters: { Item?: unknown }): Item {
  return parameters.Item as Item
}

function wordItems(rows: readonly WordRow[]): Item[] {
  return rows.map(row => itemOf(wordItem.put(row).params()))
}

function nameWordItems(slug: string, name: string): Item[] {
  return nameWordRows(slug, name).map(row => itemOf(nameWordItem.put(row).params()))
}

/** A published listing's card and where it stands, as whole items, keys included. */
export function shelfItems(listing: Listing, offers: readonly Offer[] = []): Item[] {
  const card = shownCard(listing, offers)
  const places = placeRows(listing, card).map(row => itemOf(placeItem.put(row).params()))
  return card ? [itemOf(cardItem.put({ slug: listing.slug, card }).params()), ...places] : []
}

/** Offers by retailer, as they are stored. */
export function offersByRetailer(offers: readonly Offer[]): { retailerId: string; offers: Offer[] }[] {
  const groups = Map.groupBy(offers, offer => offer.retailerId)
  return [...groups].map(([retailerId, list]) => ({ retailerId, offers: list }))
}

/** What the studio's table reads of a listing: its line of the directory, and the words of its name. */
export function studioItems(listing: Listing, offers: readonly Offer[] = []): Item[] {
  const line = directoryLine(summaryOf(listing, offers))
  return [itemOf(directoryItem.put(line).params()), ...nameWordItems(listing.slug, listing.name)]
}

/**
 * Every item a new listing is stored as, keys included, for writing many at once with `writeItems`: the listing,
 * its offers, its first version, its card and places, what the studio's table reads and, unless told otherwise, its search words.
 */
export function listingItems(
  listing: Listing,
  offers: readonly Offer[] = [],
  options: { search?: boolean } = {},
): Item[] {
  const words = options.search === false ? [] : wordRows(listing)
  const { slug, version: edition } = listing
  return [
    itemOf(listingItem.put({ slug, edition, listing, ...knownWords(listing, words) }).params()),
    itemOf(editionItem.put({ slug, edition, content: pack(listing) }).params()),
    ...studioItems(listing, offers),
    ...offersByRetailer(offers).map(row => itemOf(offerItem.put({ slug, ...row }).params())),
    ...shelfItems(listing, offers),
    ...wordItems(words),
  ]
}

/** Writes whole items without conditions, 25 a request, repeating what DynamoDB hands back unprocessed. */
export async function writeItems(items: readonly Item[]): Promise<void> {
  await writeBatches(items.map(item => ({ put: item })))
}

/** Writes and removes words of listings, without conditions. Repeatable. */
export async function writeWords({ words, names }: WordChanges): Promise<void> {
  await writeBatches([
    ...wordItems(words.puts).map(item => ({ put: item })),
    ...names.puts.map(row => ({ put: itemOf(nameWordItem.put(row).params()) })),
    ...words.removes.map(row => ({ remove: wordItem.delete(row).params<{ Key: Item }>().Key })),
    ...names.removes.map(row => ({ remove: nameWordItem.delete(row).params<{ Key: Item }>().Key })),
  ])
}

const batchSize = 25
const batchesAtOnce = 8

async function writeBatches(writes: readonly Write[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(writes.length / batchSize) }, (_, index) =>
    writes.slice(index * batchSize, (index + 1) * batchSize),
  )
  await eachAtOnce(batchesAtOnce, batches, writeBatch)
}

async function writeBatch(writes: readonly Write[]): Promise<void> {
  let requests = writes.map(write =>
    'put' in write ? { PutRequest: { Item: write.put } } : { DeleteRequest: { Key: write.remove } },
  )
  for (let attempt = 1; requests.length > 0; attempt++) {
    if (attempt > 8) throw new Error('batch write: items left unprocessed')
    if (attempt > 1) await pause(2 ** attempt * 10)
    const answer = await client.batchWrite({ RequestItems: { [tableName]: requests } })
    requests = (answer.UnprocessedItems?.[tableName] ?? []) as typeof requests
  }
}
