import { pack } from '#lib/data/compressed.ts'
import { dueInSearch, indexListing } from '#lib/data/index-listing.ts'
import {
  type CardRow,
  cardRows,
  directoryLine,
  type KnownWords,
  knownWords,
  summaryOf,
  type WordChanges,
  wordChanges,
} from '#lib/data/listing-index.ts'
import { catalogue, product } from '#lib/data/listing-items.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'

type Stored = { listing?: Listing; offers: readonly Offer[] } & KnownWords
const nothing: Stored = { words: [], named: [], offers: [] }

/** The stored listing with what its indexes are computed from. One Query. */
export async function readStored(slug: string): Promise<Stored> {
  const { data } = await product.collections.product({ slug }).go({ pages: 'all' })
  const { listing, words = [], named = [] } = data.listing[0] ?? {}
  return { listing, words, named, offers: data.offer.flatMap(row => row.offers) }
}

/** The card items to write and to remove so that the shelves show `after` where they showed `before`. */
export function cardChanges(before: readonly CardRow[], after: readonly CardRow[]) {
  const key = (row: CardRow) => `${row.shelf}#${row.position}`
  const wanted = new Set(after.map(key))
  const stored = new Map(before.map(row => [key(row), JSON.stringify(row)]))
  return {
    puts: after.filter(row => stored.get(key(row)) !== JSON.stringify(row)),
    removes: before.filter(row => !wanted.has(key(row))),
  }
}

const noWords: WordChanges = { words: { puts: [], removes: [] }, names: { puts: [], removes: [] } }
/** The most writes that DynamoDB takes in one transaction. */
const mostWrites = 100

/** Every word that may have an item once this listing stands where `stored` stood. */
function allWords(words: KnownWords, stored: KnownWords): KnownWords {
  return {
    words: [...new Set([...stored.words, ...words.words])],
    named: [...new Set([...stored.named, ...words.named])],
  }
}

/**
 * Saves an edit of the listing whose version was `expectedVersion` (0: a new listing); the saved one's version is
 * one more, whatever `listing.version` says. Listing, version history, cards, directory and search words change
 * together; where they are too many for one transaction the words follow at once, and with `search: 'later'` within
 * some minutes. Returns the listing as saved. Throws `stale_version` when someone else saved first.
 */
export async function saveListing(
  listing: Listing,
  expectedVersion: number,
  { search = 'now' }: { search?: 'now' | 'later' } = {},
): Promise<Listing> {
  // Of a new one nothing is stored that could be read; the transaction finds out if it is not new.
  const stored = expectedVersion === 0 ? nothing : await readStored(listing.slug)
  if ((stored.listing?.version ?? 0) !== expectedVersion) throw new DomainError('stale_version')
  const saved = { ...listing, version: expectedVersion + 1 }
  const { offers } = stored
  const cards = cardChanges(stored.listing ? cardRows(stored.listing, offers) : [], cardRows(saved, offers))
  const changes = wordChanges(saved, stored)
  const now = knownWords(saved, changes.words.puts)
  const writes = [cards, changes.words, changes.names].flatMap(({ puts, removes }) => [...puts, ...removes])
  if (search === 'now' && writes.length + 3 <= mostWrites) {
    await commit(saved, { expectedVersion, known: now, cards, changes, offers })
    return saved
  }
  const due = dueInSearch(saved.slug)
  await commit(saved, {
    expectedVersion,
    known: { ...allWords(now, stored), ...due },
    cards,
    changes: noWords,
    offers,
  })
  if (search === 'now') await indexListing(saved.slug)
  return saved
}

async function commit(
  saved: Listing,
  change: {
    expectedVersion: number
    known: KnownWords & Partial<ReturnType<typeof dueInSearch>>
    cards: { puts: CardRow[]; removes: CardRow[] }
    changes: WordChanges
    offers: readonly Offer[]
  },
): Promise<void> {
  const { slug, version: edition } = saved
  const { cards, known } = change
  const { words, names } = change.changes
  const results = await transact(() =>
    catalogue.transaction
      .write(({ listing, edition: editions, card, directory, word, nameWord }) => [
        listing
          .put({ slug, edition, listing: saved, ...known, words: [...known.words], named: [...known.named] })
          .where(({ edition: current }, { eq, notExists }) =>
            change.expectedVersion === 0 ? notExists(current) : eq(current, change.expectedVersion),
          )
          .commit(),
        editions.put({ slug, edition, content: pack(saved) }).commit(),
        directory.put(directoryLine(summaryOf(saved, change.offers))).commit(),
        ...cards.removes.map(({ shelf, position }) => card.delete({ shelf, position, slug }).commit()),
        ...cards.puts.map(row => card.put(row).commit()),
        ...words.removes.map(row => word.delete(row).commit()),
        ...words.puts.map(row => word.put(row).commit()),
        ...names.removes.map(row => nameWord.delete(row).commit()),
        ...names.puts.map(row => nameWord.put(row).commit()),
      ])
      .go(),
  )
  if (refusal(results, 0)) throw new DomainError('stale_version')
}
