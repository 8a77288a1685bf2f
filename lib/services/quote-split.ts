import type { Asked } from '#lib/data/carts.ts'
import type { Cart } from '#lib/domain/cart.ts'
import { isComplete, itemsCovered, type Quote, type QuoteOutcome } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { cheapestSplit, type Split } from '#lib/domain/split/cheapest-split.ts'
import { offeredSplit } from '#lib/domain/split/offered-split.ts'
import { partLines } from '#lib/domain/split/part-lines.ts'
import { isWorthwhile, termsOf } from '#lib/domain/split/terms-of.ts'
import { askForQuote } from '#lib/services/quote-cart.ts'

/** Seconds that the retailers of a split have to answer: the shopper has waited for them once already. */
const deadline = 2

function planFor(retailers: readonly Retailer[], cart: Cart, outcomes: readonly QuoteOutcome[]) {
  const terms = outcomes.flatMap(outcome => {
    if (outcome.status !== 'quoted' || itemsCovered(outcome.quote) === 0) return []
    const retailer = retailers.find(each => each.id === outcome.retailerId)
    return retailer ? [termsOf(outcome.quote, retailer)] : []
  })
  return cheapestSplit(cart.lines, terms)
}

function partQuotes(
  { parts }: Split,
  retailers: readonly Retailer[],
  cart: Cart,
  asked: Asked,
): Promise<QuoteOutcome[]> {
  return Promise.all(
    parts.flatMap(({ retailerId, items }) => {
      const retailer = retailers.find(each => each.id === retailerId)
      if (!retailer) return []
      const quoteDeadline = Math.min(deadline, retailer.quoteDeadline)
      const part = { ...cart, lines: partLines(cart.lines, items) }
      return [askForQuote({ ...retailer, quoteDeadline }, part, asked)]
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
  asked: Asked,
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
