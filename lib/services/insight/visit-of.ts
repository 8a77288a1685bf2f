import { anyTallyShard } from '#lib/data/insight/tallies.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import type { Basket } from '#lib/domain/insight/lost.ts'
import type { Seen } from '#lib/domain/insight/origin.ts'
import { dayOf } from '#lib/domain/insight/periods.ts'
import { compareBasket, countsOfSeen, type Visit } from '#lib/domain/insight/visit.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'

/** What is to be counted of what a browser has seen, today. */
export async function visitOf(seen: Seen | undefined, shard = anyTallyShard()): Promise<Visit> {
  const known = seen ? (await listRetailers()).map(retailer => retailer.id) : []
  const counts = seen ? countsOfSeen(seen, known) : {}
  return { shard, days: [{ day: dayOf(Date.now()), counts }] }
}

/** The same, with how the basket's offers stand once the retailers have answered. */
export async function visitWith(
  { basket: before }: { basket?: Basket },
  outcomes: readonly QuoteOutcome[],
  seen: Seen | undefined,
): Promise<{ visit: Visit; basket?: Basket }> {
  const visit = await visitOf(seen, before?.shard)
  if (outcomes.length === 0) return { visit, basket: before }
  const fresh = { day: dayOf(Date.now()), shard: visit.shard }
  const { basket, counts } = compareBasket(outcomes, before, fresh)
  return { basket, visit: { ...visit, days: [...visit.days, { day: basket.day, counts }] } }
}
