import { getListings } from '#lib/data/listings.ts'
import type { Cart } from '#lib/domain/cart.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'
import { missingEverywhere, type Shortage } from '#lib/domain/shortages.ts'
import { findSubstitutes } from '#lib/services/find-substitutes.ts'

/** The cart's lines that nobody has, each with what could stand in. Nothing is read unless there are some. */
export async function findShortages(cart: Cart, outcomes: readonly QuoteOutcome[]): Promise<Shortage[]> {
  const skus = missingEverywhere(
    cart.lines.map(line => line.sku),
    outcomes,
  )
  if (skus.length === 0) return []
  const listings = await getListings(
    cart.lines.filter(line => skus.includes(line.sku)).map(line => line.slug),
  )
  return findSubstitutes(
    skus.flatMap(sku => {
      const listing = listings.find(each => each.variants.some(variant => variant.sku === sku))
      return listing ? [{ listing, sku }] : []
    }),
  )
}
