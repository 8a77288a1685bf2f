import { pack } from '#lib/data/compressed.ts'
import { indexListing, unindexedMark } from '#lib/data/index-listing.ts'
import {
  directoryLine,
  isTagged,
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

type Stored = { listing?: Listing; offers: readonly Offer[]; unindexed: boolean } & KnownWords
const nothing: Stored = { words: [], named: [], offers: [], unindexed: false }

/** The stored listing with what its indexes are computed from. One Query. */
export async function readStored(slug: string): Promise<Stored> {
  const { data } = await product.collections.product({ slug }).go({ pages: 'all' })
  const { listing, words = [], named = [], unindexed } = data.listing[0] ?? {}
  const offers = data.offer.flatMap(row => row.offers)
  return { listing, words, named, offers, unindexed: unindexed !== undefined }
}

/** What one save writes: `words` are those that change with it, `known` those that may have items after it. */
export type Save = {
  saved: Listing
  expectedVersion: number
  offers: readonly Offer[]
  shown: ShelfChanges
  words: WordChanges
  known: KnownWords & Partial<ReturnType<typeof unindexedMark>>
}

/** The most writes that DynamoDB takes in one transaction. */
export const mostWrites = 100

/** How many writes a save is: its own, its version's, the directory's and its card's, and what it changes. */
export function writesOf({ shown, words: { words, names } }: Save): number {
  return [shown.places, words, names].reduce(
    (sum, { puts, removes }) => sum + puts.length + removes.length,
    4,
  )
}

/** An edit of the listing whose version was `expectedVersion`, ready to be written. Throws `stale_version`. */
export async function prepareSave(listing: Listing, expectedVersion: number): Promise<Save> {
  // Of a new one nothing is stored that could be read; the transaction finds out if it is not new.
  const stored = expectedVersion === 0 ? nothing : await readStored(listing.slug)
  if ((stored.listing?.version ?? 0) !== expectedVersion) throw new DomainError('stale_version')
  const saved = { ...listing, version: expectedVersion + 1 }
  const { offers } = stored
  const shown = shelfChanges(stored, { listing: saved, offers })
  const words = wordChanges(saved, stored)
  return { saved, expectedVersion, offers, shown, words, known: knownWords(saved, words.words.puts) }
}

/** The same save without its words and its places on the shelves of tags, which are to follow; what goes, goes now. */
export function withIndexLater(save: Save): Save {
  const { words, names } = save.words
  const { places } = save.shown
  const all = (now: readonly string[], gone: readonly { word: string }[]) => [
    ...now,
    ...gone.map(each => each.word),
  ]
  return {
    ...save,
    shown: { ...save.shown, places: { ...places, puts: places.puts.filter(row => !isTagged(row)) } },
    words: { words: { puts: [], removes: [] }, names: { puts: [], removes: [] } },
    known: {
      words: all(save.known.words, words.removes),
      named: all(save.known.named, names.removes),
      ...unindexedMark(save.saved.slug),
    },
  }
}

/**
 * Saves an edit of the listing whose version was `expectedVersion` (0: a new listing); the saved one's version is
 * one more, whatever `listing.version` says. Listing, version history, shelves, directory and search words change
 * together; where they are too many for one transaction, words and the shelves of tags follow at once. Returns the listing as saved. Throws
 * `stale_version` when someone else saved first.
 */
export async function saveListing(listing: Listing, expectedVersion: number): Promise<Listing> {
  const save = await prepareSave(listing, expectedVersion)
  if (writesOf(save) <= mostWrites) await commit([save])
  else {
    await commit([withIndexLater(save)])
    await indexListing(listing.slug)
  }
  return save.saved
}

/** Writes saves in one transaction. Throws `stale_version` where one of them came too late; then none is written. */
export async function commit(saves: readonly Save[]): Promise<void> {
  const results = await transact(() =>
    catalogue.transaction
      .write(({ listing, edition: editions, card, place, directory, word, nameWord }) => {
        // First, so that their answers stand first.
        const listings = saves.map(({ saved, known, expectedVersion }) =>
          listing
            .put({
              slug: saved.slug,
              edition: saved.version,
              listing: saved,
              ...known,
              words: [...known.words],
              named: [...known.named],
            })
            .where(({ edition: current }, { eq, notExists }) =>
              expectedVersion === 0 ? notExists(current) : eq(current, expectedVersion),
            )
            .commit(),
        )
        const others = saves.flatMap(({ saved, offers, shown, words: { words, names } }) => [
          editions.put({ slug: saved.slug, edition: saved.version, content: pack(saved) }).commit(),
          directory.put(directoryLine(summaryOf(saved, offers))).commit(),
          ...shelfWrites({ card, place }, saved.slug, shown),
          ...words.removes.map(row => word.delete(row).commit()),
          ...words.puts.map(row => word.put(row).commit()),
          ...names.removes.map(row => nameWord.delete(row).commit()),
          ...names.puts.map(row => nameWord.put(row).commit()),
        ])
        return [...listings, ...others]
      })
      .go(),
  )
  if (saves.some((_, index) => refusal(results, index))) throw new DomainError('stale_version')
}
