import { unindexedMark } from '#lib/data/index-listing.ts'
import { offersByRetailer } from '#lib/data/listing-batch.ts'
import { directoryLine, summaryOf } from '#lib/data/listing-index.ts'
import { catalogue } from '#lib/data/listing-items.ts'
import { shelfChanges, shelfWrites } from '#lib/data/listing-shelves.ts'
import { readStored } from '#lib/data/save-listing.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Offer } from '#lib/domain/listing.ts'

const attempts = 3

/**
 * Keeps what the retailers in `answered` (by default those with an offer) now ask for a listing, in place of what
 * they asked before; other retailers' offers stay. Card and shelves follow when the lowest price moves. Returns whether a shop
 * page shows something new. Throws `not_found` for an unknown listing.
 */
export async function saveOffers(
  slug: string,
  offers: readonly Offer[],
  answered: readonly string[] = [...new Set(offers.map(offer => offer.retailerId))],
): Promise<{ changed: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const stored = await readStored(slug)
    const { listing: current } = stored
    if (!current) throw new DomainError('not_found')
    const after = [...stored.offers.filter(offer => !answered.includes(offer.retailerId)), ...offers]
    const shown = shelfChanges(stored, { listing: current, offers: after })
    const emptied = answered.filter(
      id =>
        !offers.some(offer => offer.retailerId === id) &&
        stored.offers.some(offer => offer.retailerId === id),
    )
    const results = await transact(() =>
      catalogue.transaction
        .write(({ listing, offer, card, place, directory }) => [
          // Against a save in between: its card must not be overwritten with older words. An unindexed listing is
          // marked anew, so that one who is writing its places with older prices has to begin again.
          stored.unindexed
            ? listing
                .patch({ slug })
                .set(unindexedMark(slug))
                .where(({ edition }, { eq }) => eq(edition, current.version))
                .commit()
            : listing
                .check({ slug })
                .where(({ edition }, { eq }) => eq(edition, current.version))
                .commit(),
          directory.put(directoryLine(summaryOf(current, after))).commit(),
          ...offersByRetailer(offers).map(row => offer.put({ slug, ...row }).commit()),
          ...emptied.map(retailerId => offer.delete({ slug, retailerId }).commit()),
          ...shelfWrites({ card, place }, slug, shown),
        ])
        .go(),
    )
    if (!results) return { changed: seen(stored.offers) !== seen(after) }
    if (!refusal(results, 0) || attempt === attempts) throw new DomainError('stale_version')
  }
}

/** What a shopper sees of offers, as text to compare: not when they were heard. */
function seen(offers: readonly Offer[]): string {
  return offers
    .map(offer => `${offer.retailerId} ${offer.sku} ${offer.price.amount} ${offer.availability}`)
    .toSorted()
    .join('\n')
}
