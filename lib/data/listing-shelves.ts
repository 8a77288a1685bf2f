import { isTagged, type PlaceRow, placeRows, shownCard } from '#lib/data/listing-index.ts'
import type { catalogue } from '#lib/data/listing-items.ts'
import type { Listing, ListingCard, Offer } from '#lib/domain/listing.ts'

/** The card to write, or `gone`, or neither where it stays as it is; the places to write and to remove. */
export type ShelfChanges = {
  card?: ListingCard | 'gone'
  places: { puts: PlaceRow[]; removes: PlaceRow[] }
}
type Shown = { listing?: Listing; offers: readonly Offer[] }
/** Of an unindexed listing nobody knows which places on the shelves of tags are written yet. */
type Before = Shown & { unindexed?: boolean }

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What changes in the shop's lists where they are to show `after` and showed `before`. */
export function shelfChanges(before: Before, after: Shown): ShelfChanges {
  const [had, has] = [before, after].map(({ listing, offers }) => {
    const card = listing && shownCard(listing, offers)
    return { card, places: listing ? placeRows(listing, card) : [] }
  })
  const [were, are] = [had?.places ?? [], has?.places ?? []]
  const key = ({ shelf, position }: PlaceRow) => `${shelf}#${position}`
  const certain = before.unindexed ? were.filter(row => !isTagged(row)) : were
  const stored = new Map(certain.map(row => [key(row), row]))
  const wanted = new Set(are.map(key))
  return {
    card: isSame(had?.card, has?.card) ? undefined : (has?.card ?? 'gone'),
    places: {
      puts: are.filter(row => !isSame(stored.get(key(row)), row)),
      removes: were.filter(row => !wanted.has(key(row))),
    },
  }
}

type Entities = Parameters<Parameters<typeof catalogue.transaction.write>[0]>[0]

/** Those changes as writes of a transaction. */
export function shelfWrites(
  { card, place }: Pick<Entities, 'card' | 'place'>,
  slug: string,
  { card: shown, places }: ShelfChanges,
) {
  const cards =
    shown === 'gone'
      ? [card.delete({ slug }).commit()]
      : shown
        ? [card.put({ slug, card: shown }).commit()]
        : []
  return [
    ...cards,
    ...places.removes.map(({ shelf, position }) => place.delete({ shelf, position, slug }).commit()),
    ...places.puts.map(row => place.put(row).commit()),
  ]
}
