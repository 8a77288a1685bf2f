import { isComplete, type Quote, type QuoteOutcome } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import type { Terms } from '#lib/domain/split/terms.ts'

type Stated = Pick<Retailer, 'delivery' | 'loyalty'>

/** Delivery as the quote prices it; where that is nothing, as the registry or the quote's other options say. */
function deliveryOf({ totals, options }: Quote, net: number, stated: Stated): Terms['delivery'] {
  const { amount } = totals.fulfilment
  const others = options.map(option => option.price.amount).filter(price => price > 0)
  const least = others.length > 0 ? Math.min(...others) : 0
  return {
    price: amount || (stated.delivery?.price ?? least),
    freeFrom: stated.delivery?.freeFrom ?? (amount === 0 ? net : undefined),
  }
}

function savingOf({ totals, loyalty }: Quote, stated: Stated): Terms['saving'] {
  const goods = totals.items.amount
  const flat = loyalty?.accepted ? stated.loyalty?.flatSaving : undefined
  const rest = -totals.discount.amount - (flat && goods >= flat.from ? flat.amount : 0)
  const share = goods > 0 ? Math.min(0.99, Math.max(0, rest / goods)) : 0
  if (flat) return { ...flat, share }
  return share > 0 ? { from: 0, share, amount: 0 } : undefined
}

/**
 * What a retailer's answer for a whole cart, and its row in the registry, let one expect of its prices for a part of
 * it. Tax and a saving without stated terms are taken to be in proportion to the goods.
 */
export function termsOf(quote: Quote, stated: Stated): Terms {
  const { items, discount, tax, fees } = quote.totals
  const net = items.amount + discount.amount
  return {
    retailerId: quote.retailerId,
    articles: new Map(
      quote.lines.flatMap(({ sku, unitPrice, available }) =>
        unitPrice ? [[sku, { unitPrice: unitPrice.amount, available }]] : [],
      ),
    ),
    delivery: deliveryOf(quote, net, stated),
    saving: savingOf(quote, stated),
    taxRate: net > 0 ? tax.amount / net : 0,
    fee: fees.amount,
  }
}

/** The lowest total of those that supply the whole cart, or undefined where none does. Minor units. */
export function bestSingleTotal(outcomes: readonly QuoteOutcome[]): number | undefined {
  const totals = outcomes.flatMap(outcome =>
    outcome.status === 'quoted' && isComplete(outcome.quote) ? [outcome.quote.totals.total.amount] : [],
  )
  return totals.length > 0 ? Math.min(...totals) : undefined
}

/** A second parcel is a bother: below this saving, in minor units or as a share, it is not offered. */
const leastSaving = 100
const leastShare = 0.01

/** True where a split at this cost is worth a shopper's while. */
export function isWorthwhile(cost: number, outcomes: readonly QuoteOutcome[]): boolean {
  const single = bestSingleTotal(outcomes)
  return single === undefined || single - cost >= Math.max(leastSaving, single * leastShare)
}
