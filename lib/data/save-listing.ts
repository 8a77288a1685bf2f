import { pack } from '#lib/data/compressed.ts'
import { writeWords } from '#lib/data/listing-batch.ts'
import {
  type CardRow,
  cardRows,
  directoryLine,
  nameWordRows,
  summaryOf,
  wordRows,
} from '#lib/data/listing-index.ts'
import { catalogue, listingItem, product } from '#lib/data/listing-items.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'

type Stored = { listing?: Listing; words: readonly string[]; offers: readonly Offer[] }

/** The stored listing with what its indexes are computed from. One Query. */
export async function readStored(slug: string): Promise<Stored> {
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

/** Search words and words of the name, to write and to remove. */
function wordChanges(saved: Listing, stored: Stored) {
  const { slug, name } = saved
  const puts = wordRows(saved)
  const named = nameWordRows(slug, name)
  const isGone = (rows: readonly { word: string }[], word: string) => rows.every(row => row.word !== word)
  return {
    puts,
    removes: stored.words
      .filter(word => isGone(puts, word))
      .map(word => ({ initials: word.slice(0, 2), word, slug })),
    named,
    unnamed: nameWordRows(slug, stored.listing?.name ?? '').filter(row => isGone(named, row.word)),
  }
}
type WordChanges = ReturnType<typeof wordChanges>

const noWords: WordChanges = { puts: [], removes: [], named: [], unnamed: [] }
/** The most writes that DynamoDB takes in one transaction. */
const mostWrites = 100

/**
 * Saves an edit of the listing whose version was `expectedVersion` (0: a new listing); the saved one's version is
 * one more, whatever `listing.version` says. Listing, version history, cards, directory and search words change
 * together; where they are too many for one transaction, search words follow at once and are mended by the next save
 * should that fail. Returns the listing as saved. Throws `stale_version` when someone else saved first.
 */
export async function saveListing(listing: Listing, expectedVersion: number): Promise<Listing> {
  // Of a new one nothing is stored that could be read; the transaction finds out if it is not new.
  const stored: Stored = expectedVersion === 0 ? { words: [], offers: [] } : await readStored(listing.slug)
  if ((stored.listing?.version ?? 0) !== expectedVersion) throw new DomainError('stale_version')
  const saved = { ...listing, version: expectedVersion + 1 }
  const { slug, version: edition } = saved
  const { offers } = stored
  const cards = cardChanges(stored.listing ? cardRows(stored.listing, offers) : [], cardRows(saved, offers))
  const words = wordChanges(saved, stored)
  const now = words.puts.map(row => row.word)
  const writes = [...Object.values(cards), ...Object.values(words)].flat().length + 3
  if (writes <= mostWrites) {
    await commit(saved, { expectedVersion, reachable: now, cards, words, offers })
    return saved
  }
  const reachable = [...new Set([...stored.words, ...now])]
  await commit(saved, { expectedVersion, reachable, cards, words: noWords, offers })
  await writeWords(slug, words.puts, stored.words, { name: saved.name, before: stored.listing?.name })
  if (reachable.length > now.length) {
    await listingItem
      .patch({ slug })
      .set({ words: now })
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
    words: WordChanges
    offers: readonly Offer[]
  },
): Promise<void> {
  const { slug, version: edition } = saved
  const { cards, words } = change
  const results = await transact(() =>
    catalogue.transaction
      .write(({ listing, edition: editions, card, directory, word, nameWord }) => [
        listing
          .put({ slug, edition, listing: saved, words: change.reachable })
          .where(({ edition: current }, { eq, notExists }) =>
            change.expectedVersion === 0 ? notExists(current) : eq(current, change.expectedVersion),
          )
          .commit(),
        editions.put({ slug, edition, content: pack(saved) }).commit(),
        directory.put(directoryLine(summaryOf(saved, change.offers))).commit(),
        ...cards.removes.map(({ shelf, place }) => card.delete({ shelf, place, slug }).commit()),
        ...cards.puts.map(row => card.put(row).commit()),
        ...words.removes.map(row => word.delete(row).commit()),
        ...words.puts.map(row => word.put(row).commit()),
        ...words.unnamed.map(row => nameWord.delete(row).commit()),
        ...words.named.map(row => nameWord.put(row).commit()),
      ])
      .go(),
  )
  if (refusal(results, 0)) throw new DomainError('stale_version')
}
