import { type Counts, difference } from '#lib/domain/insight/counts.ts'
import { type Basket, judgeOffers } from '#lib/domain/insight/lost.ts'
import type { Seen } from '#lib/domain/insight/origin.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'

/** Counts to be added to the day and the shard where they belong. */
export type Visit = { shard: number; days: { day: string; counts: Counts }[] }

/** What a basket counts as, with what stands against each offer for it. */
function countsOf({ reason, reasons }: Basket): Counts {
  const counts: Counts = { baskets: 1, [`lost:${reason}`]: 1 }
  for (const [retailerId, against] of Object.entries(reasons)) {
    counts[`retailer:${retailerId}:asked`] = 1
    counts[`retailer:${retailerId}:lost:${against}`] = 1
    if (against !== 'down' && against !== 'stock') counts[`retailer:${retailerId}:offered`] = 1
  }
  return counts
}

/** What a browser saw, in counts. Retailers that are not known are left out: a browser can say anything. */
export function countsOfSeen(seen: Seen, retailerIds: readonly string[]): Counts {
  const counts: Counts = {}
  if (seen.views > 0) counts.views = seen.views
  for (const [retailerId, count] of Object.entries(seen.checkouts)) {
    if (retailerIds.includes(retailerId)) counts[`retailer:${retailerId}:checkouts`] = count
  }
  const checkouts = Object.values(counts).reduce((sum, count) => sum + count, 0) - (counts.views ?? 0)
  return checkouts > 0 ? { ...counts, checkouts } : counts
}

/**
 * A basket once it has been compared, and what has to be counted for it: each basket counts once, by how its offers
 * stood when they were last asked for. `before` is the same basket as it was counted last.
 */
export function compareBasket(
  outcomes: readonly QuoteOutcome[],
  before: Basket | undefined,
  fresh: { day: string; shard: number },
): { basket: Basket; counts: Counts } {
  const { day, shard } = before ?? fresh
  const basket = { day, shard, ...judgeOffers(outcomes) }
  return { basket, counts: difference(countsOf(basket), before ? countsOf(before) : {}) }
}
