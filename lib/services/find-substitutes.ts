import { getListings, getOffers } from '#lib/data/listings.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import type { Listing } from '#lib/domain/listing.ts'
import { type Shortage, substitutesFor } from '#lib/domain/shortages.ts'

/** What can stand in for these variants, which nobody has. Two BatchGets, however many there are; none for none. */
export async function findSubstitutes(
  missing: readonly { listing: Listing; sku: string }[],
): Promise<Shortage[]> {
  if (missing.length === 0) return []
  const slugs = [...new Set(missing.flatMap(({ listing }) => listing.substitutes))]
  const retailerIds = (await listRetailers()).filter(each => each.enabled).map(each => each.id)
  const [candidates, offers] = await Promise.all([getListings(slugs), getOffers(slugs, retailerIds)])
  return missing.map(({ listing, sku }) => ({
    sku,
    substitutes: substitutesFor({ listing, sku }, candidates, offers),
  }))
}
