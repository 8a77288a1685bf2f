import { z } from 'zod'
import type { ErrorCode } from '#lib/domain/errors.ts'
import { isComplete, type Quote, type QuoteOutcome } from '#lib/domain/quote.ts'

/** Why a basket was not bought, as far as this site can tell. */
export const lossReasons = ['price', 'shipping', 'stock', 'decline', 'down', 'other'] as const
export const lossReasonSchema = z.enum(lossReasons)
export type LossReason = z.infer<typeof lossReasonSchema>

/** What stands against each retailer's offer for a basket, should it not be bought, and against the best of them. */
export const basketSchema = z.object({
  /** The market's day on which it was first compared. */
  day: z.string(),
  /** Which of the counters it is counted in. */
  shard: z.number().int(),
  reason: lossReasonSchema,
  reasons: z.record(z.string(), lossReasonSchema),
})
export type Basket = z.infer<typeof basketSchema>

/** Delivery and fees above this share of the total are taken for the reason rather than the goods. */
const heavyDelivery = 0.2

const goods = ({ totals }: Quote) => totals.items.amount + totals.discount.amount
const delivery = ({ totals }: Quote) => totals.fulfilment.amount + totals.fees.amount

/**
 * What stands against each offer. One that did not come: the retailer is down. One that lacks something: stock. One
 * that is dearer than the best: shipping where its goods alone are no dearer, else price. The best itself: shipping
 * where delivery is more than a fifth of the total, else price.
 */
export function judgeOffers(outcomes: readonly QuoteOutcome[]): Pick<Basket, 'reason' | 'reasons'> {
  const complete = outcomes.flatMap(outcome =>
    outcome.status === 'quoted' && isComplete(outcome.quote) ? [outcome.quote] : [],
  )
  const best = complete.toSorted((a, b) => a.totals.total.amount - b.totals.total.amount)[0]
  const against = (quote: Quote): LossReason => {
    if (!isComplete(quote)) return 'stock'
    if (!best || quote.totals.total.amount === best.totals.total.amount) {
      return delivery(quote) > quote.totals.total.amount * heavyDelivery ? 'shipping' : 'price'
    }
    return goods(quote) <= goods(best) ? 'shipping' : 'price'
  }
  const reasons: Basket['reasons'] = {}
  for (const outcome of outcomes) {
    reasons[outcome.retailerId] = outcome.status === 'quoted' ? against(outcome.quote) : 'down'
  }
  if (best) return { reasons, reason: against(best) }
  return { reasons, reason: outcomes.some(outcome => outcome.status === 'quoted') ? 'stock' : 'down' }
}

/** Why an order came to nothing, among the reasons that baskets are lost for. */
export function lossOf(code: ErrorCode | undefined): LossReason {
  if (!code) return 'other'
  if (code.startsWith('payment_') && code !== 'payment_unreachable') return 'decline'
  if (code === 'out_of_stock' || code === 'quote_incomplete') return 'stock'
  if (['total_changed', 'total_differs', 'quote_changed', 'quote_expired'].includes(code)) return 'price'
  const down = code.startsWith('retailer_') || ['payment_unreachable', 'order_unsettled'].includes(code)
  return down ? 'down' : 'other'
}
