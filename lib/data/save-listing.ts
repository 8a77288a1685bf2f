import { pack } from '#lib/data/compressed.ts'
import { dueInSearch, indexListing } from '#lib/data/index-listing.ts'
import {
  directoryLine,
  type KnownWords,
  knownWords,
  summaryOf,
  type WordChanges,
  wordChanges,
} from '#lib/data/listing-index.ts'
import { catalogue, product } from '#lib/data/listing-items.ts'
import { type ShelfChanges, shelfChanges, shelfWrites } from '#lib/data/listing-shelves.ts'
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
 * one more, whatever `listing.version` says. Listing, version history, shelves, directory and search words change
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
  const shown = shelfChanges(stored, { listing: saved, offers })
  const changes = wordChanges(saved, stored)
  const now = knownWords(saved, changes.words.puts)
  const writes = [shown.places, changes.words, changes.names].flatMap(({ puts, removes }) => [
    ...puts,
    ...removes,
  ])
  if (search === 'now' && writes.length + 4 <= mostWrites) {
    await commit(saved, { expectedVersion, known: now, shown, changes, offers })
    return saved
  }
  const due = dueInSearch(saved.slug)
  await commit(saved, {
    expectedVersion,
    known: { ...allWords(now, stored), ...due },
    shown,
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
    shown: ShelfChanges
    changes: WordChanges
    offers: readonly Offer[]
  },
): Promise<void> {
  const { slug, version: edition } = saved
  const { shown, known } = change
  const { words, names } = change.changes
  const results = await transact(() =>
    catalogue.transaction
      .write(({ listing, edition: editions, card, place, directory, word, nameWord }) => [
        listing
          .put({ slug, edition, listing: saved, ...known, words: [...known.words], named: [...known.named] })
          .where(({ edition: current }, { eq, notExists }) =>
            change.expectedVersion === 0 ? notExists(current) : eq(current, change.expectedVersion),
          )
          .commit(),
        editions.put({ slug, edition, content: pack(saved) }).commit(),
        directory.put(directoryLine(summaryOf(saved, change.offers))).commit(),
        ...shelfWrites({ card, place }, slug, shown),
        ...words.removes.map(row => word.delete(row).commit()),
        ...words.puts.map(row => word.put(row).commit()),
        ...names.removes.map(row => nameWord.delete(row).commit()),
        ...names.puts.map(row => nameWord.put(row).commit()),
      ])
      .go(),
  )
  if (refusal(results, 0)) throw new DomainError('stale_version')
}
