import { pack } from '#lib/data/compressed.ts'
import { writeWords } from '#lib/data/listing-batch.ts'
import { type CardRow, cardRows, directoryLine, summaryOf, wordRows } from '#lib/data/listing-index.ts'
import { catalogue, listingItem, product } from '#lib/data/listing-items.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'

/** The stored listing with what its indexes are computed from. One Query. */
export async function readStored(slug: string) {
  const { data } = await product.collections.product({ slug }).go({ pages: 'all' })
  const item = data.listing[0]
  return {
    listing: item?.listing,
    words: item?.words ?? [],
    offers: data.offer.flatMap(row => row.offers),
  }
}

/** The card items to write and to remove so that the shelves show `after` where they showed `before`. */
export function cardChanges(before: readonly CardRow[], after: readonly CardRow[]) {
  const key = (row: CardRow) => `${row.shelf}#${row.place}`
  const wanted = new Set(after.map(key))
  const stored = new Map(before.map(row => [key(row), JSON.stringify(row.card)]))
  return {
    puts: after.filter(row => stored.get(key(row)) !== JSON.stringify(row.card)),
    removes: before.filter(row => !wanted.has(key(row))),
  }
}

/**
 * Saves an edit of the listing whose version was `expectedVersion` (0: a new listing); the saved one's version is
 * one more, whatever `listing.version` says. Listing, version history, cards and directory change together; search
 * words follow at once and are mended by the next save should that fail. Returns the listing as saved.
 * Throws `stale_version` when someone else saved first.
 */
export async function saveListing(listing: Listing, expectedVersion: number): Promise<Listing> {
  const stored = await readStored(listing.slug)
  if ((stored.listing?.version ?? 0) !== expectedVersion) throw new DomainError('stale_version')
  const saved = { ...listing, version: expectedVersion + 1 }
  const { slug, version: edition } = saved
  const words = wordRows(saved, stored.offers)
  const reachable = [...new Set([...stored.words, ...words.map(row => row.word)])]
  const cards = cardChanges(
    stored.listing ? cardRows(stored.listing, stored.offers) : [],
    cardRows(saved, stored.offers),
  )
  await commit(saved, { expectedVersion, reachable, cards, offers: stored.offers })
  await writeWords(slug, words, stored.words, { name: saved.name, before: stored.listing?.name })
  if (reachable.length > words.length) {
    await listingItem
      .patch({ slug })
      .set({ words: words.map(row => row.word) })
      .where(({ edition: current }, { eq }) => eq(current, edition))
      .go({ returnOnConditionCheckFailure: true })
  }
  return saved
}

async function commit(
  saved: Listing,
  change: {
    expectedVersion: number
    reachable: string[]
    cards: { puts: CardRow[]; removes: CardRow[] }
    offers: Offer[]
  },
): Promise<void> {
  const { slug, version: edition } = saved
  const results = await transact(() =>
    catalogue.transaction
      .write(({ listing, edition: editions, card, directory }) => [
        listing
          .put({ slug, edition, listing: saved, words: change.reachable })
          .where(({ edition: current }, { eq, notExists }) =>
            change.expectedVersion === 0 ? notExists(current) : eq(current, change.expectedVersion),
          )
          .commit(),
        editions.put({ slug, edition, content: pack(saved) }).commit(),
        directory.put(directoryLine(summaryOf(saved, change.offers))).commit(),
        ...change.cards.removes.map(({ shelf, place }) => card.delete({ shelf, place, slug }).commit()),
        ...change.cards.puts.map(row => card.put(row).commit()),
      ])
      .go(),
  )
  if (refusal(results, 0)) throw new DomainError('stale_version')
}
