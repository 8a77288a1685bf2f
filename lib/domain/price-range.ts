import type { Offer } from '#lib/domain/listing.ts'
import type { Money } from '#lib/domain/money.ts'

/** The lowest and highest price among offers that can be bought now, or undefined where there is none. */
export function priceRange(offers: readonly Offer[]): { low: Money; high: Money } | undefined {
  const prices = offers
    .filter(offer => offer.availability !== 'out_of_stock')
    .map(offer => offer.price)
    .toSorted((a, b) => a.amount - b.amount)
  const [low, high] = [prices[0], prices.at(-1)]
  return low && high ? { low, high } : undefined
}

/** Cheapest first, what is sold out last. */
export function rankOffers(offers: readonly Offer[]): Offer[] {
  const soldOut = (offer: Offer) => Number(offer.availability === 'out_of_stock')
  return offers.toSorted((a, b) => soldOut(a) - soldOut(b) || a.price.amount - b.price.amount)
}
