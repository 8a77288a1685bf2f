import type { Destination } from '#lib/domain/address.ts'
import type { Cart } from '#lib/domain/cart.ts'
import { isComplete, itemsCovered, type Quote, type QuoteOutcome } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { cheapestSplit, type Split } from '#lib/domain/split/cheapest-split.ts'
import { offeredSplit } from '#lib/domain/split/offered-split.ts'
import { isWorthwhile, termsOf } from '#lib/domain/split/terms-of.ts'
import { askForQuote } from '#lib/services/quote-cart.ts'

/** Seconds that the retailers of a split have to answer: the shopper has waited for them once already. */
const deadline = 2

/** What of a cart a quote or a part is about: its lines in its numbers, as a cart of their own. */
export function partOf(cart: Cart, items: readonly { sku: string; quantity: number }[]): Cart {
  const lines = cart.lines.flatMap(line => {
    const item = items.find(each => each.sku === line.sku)
    return item ? [{ ...line, quantity: item.quantity }] : []
  })
  return { ...cart, lines }
}

function planFor(retailers: readonly Retailer[], cart: Cart, outcomes: readonly QuoteOutcome[]) {
  const terms = outcomes.flatMap(outcome => {
    if (outcome.status !== 'quoted' || itemsCovered(outcome.quote) === 0) return []
    const retailer = retailers.find(each => each.id === outcome.retailerId)
    return retailer?.capabilities.place ? [termsOf(outcome.quote, retailer)] : []
  })
  return cheapestSplit(cart.lines, terms)
}

function partQuotes(
  { parts }: Split,
  retailers: readonly Retailer[],
  cart: Cart,
  asked: { destination: Destination; loyaltyIds: Record<string, string> },
): Promise<QuoteOutcome[]> {
  return Promise.all(
    parts.flatMap(({ retailerId, items }) => {
      const retailer = retailers.find(each => each.id === retailerId)
      if (!retailer) return []
      const quoteDeadline = Math.min(deadline, retailer.quoteDeadline)
      return [askForQuote({ ...retailer, quoteDeadline }, partOf(cart, items), asked)]
    }),
  )
}

/**
 * The cheapest split of a cart over several retailers, each part quoted by its retailer, or nothing. What to ask for
 * is worked out from the answers for the whole cart; nobody is asked again unless that promises enough. A retailer
 * that does not answer for its part, or dearer than expected, ends it: the offers for the whole cart stand as they
 * are.
 */
export async function quoteSplit(
  retailers: readonly Retailer[],
  cart: Cart,
  asked: { destination: Destination; loyaltyIds: Record<string, string> },
  outcomes: readonly QuoteOutcome[],
): Promise<Quote[]> {
  const plan = planFor(retailers, cart, outcomes)
  if (!plan || plan.parts.length < 2 || !isWorthwhile(plan.cost, outcomes)) return []
  const answers = await partQuotes(plan, retailers, cart, asked)
  const quotes = answers.flatMap(answer =>
    answer.status === 'quoted' && isComplete(answer.quote) ? [answer.quote] : [],
  )
  if (quotes.length < plan.parts.length) return []
  return offeredSplit(quotes, outcomes)?.quotes ?? []
}
