import { type Article, articleOf } from '#lib/domain/cart-changes.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'

/** A line of the cart that no retailer has any of, and what the brand itself would take in its place. */
export type Shortage = { sku: string; substitutes: Article[] }

/** How many substitutes are shown for one line. */
const most = 2

/** The skus that every retailer answered for and none has a single one of. */
export function missingEverywhere(skus: readonly string[], outcomes: readonly QuoteOutcome[]): string[] {
  const quotes = outcomes.flatMap(outcome => (outcome.status === 'quoted' ? [outcome.quote] : []))
  if (quotes.length === 0 || quotes.length < outcomes.length) return []
  return skus.filter(sku =>
    quotes.every(quote => (quote.lines.find(line => line.sku === sku)?.available ?? 0) === 0),
  )
}

/** True when retailers were heard on a variant and none of them has it. */
export function isOutEverywhere(sku: string, offers: readonly Offer[]): boolean {
  const known = offers.filter(offer => offer.sku === sku)
  return known.length > 0 && known.every(offer => offer.availability === 'out_of_stock')
}

/**
 * What can stand in for a variant: of each of the listing's own substitutes, in their order, the size in stock
 * somewhere whose price comes nearest.
 */
export function substitutesFor(
  { listing, sku }: { listing: Listing; sku: string },
  candidates: readonly Listing[],
  offers: readonly Offer[],
): Article[] {
  const wanted = listing.variants.find(each => each.sku === sku)?.guidance.amount ?? 0
  return listing.substitutes
    .flatMap(slug => {
      const candidate = candidates.find(each => each.slug === slug)
      const [nearest] = (candidate?.variants ?? [])
        .filter(variant =>
          offers.some(offer => offer.sku === variant.sku && offer.availability !== 'out_of_stock'),
        )
        .toSorted((a, b) => Math.abs(a.guidance.amount - wanted) - Math.abs(b.guidance.amount - wanted))
      return (nearest && articleOf(candidate, nearest.sku)) ?? []
    })
    .slice(0, most)
}
