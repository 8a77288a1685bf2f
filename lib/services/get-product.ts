import { getListing } from '#lib/data/listings.ts'
import { readRegistry } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { isOutEverywhere, type Shortage } from '#lib/domain/shortages.ts'
import { findSubstitutes } from '#lib/services/find-substitutes.ts'

export type Product = {
  listing: Listing
  /** What each shop that is open to orders asks, for each size it sells. */
  offers: Offer[]
  /** What could stand in for the variants that nobody has. */
  shortages: Shortage[]
  retailers: Pick<Retailer, 'id' | 'name' | 'blurb'>[]
}

/**
 * A published product with what each retailer asks for it. Throws `not_found`, for a draft too. The registry is read
 * anew: the page made from this is kept for a day, and must not be made from a list that a change has just overtaken.
 */
export async function getProduct(slug: string): Promise<Product> {
  const [found, registry] = await Promise.all([getListing(slug), readRegistry()])
  if (found?.listing.status !== 'published') throw new DomainError('not_found')
  const retailers = registry.flatMap(({ row }) => (row.enabled && row.adapter !== 'handoff' ? [row] : []))
  const { listing } = found
  const offers = found.offers.filter(offer => retailers.some(({ id }) => id === offer.retailerId))
  const out = listing.variants.filter(({ sku }) => isOutEverywhere(sku, offers))
  return {
    listing,
    offers,
    shortages: await findSubstitutes(out.map(({ sku }) => ({ listing, sku }))),
    retailers: retailers.map(({ id, name, blurb }) => ({ id, name, blurb })),
  }
}
