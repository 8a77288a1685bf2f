import { searchCards } from '#lib/data/listings.ts'
import type { ListingCard } from '#lib/domain/listing.ts'

/** Published listings that match what was typed, best first, one page at most. Nothing typed finds nothing. */
export async function searchListings(query: string): Promise<ListingCard[]> {
  return query.trim() === '' ? [] : searchCards(query)
}
