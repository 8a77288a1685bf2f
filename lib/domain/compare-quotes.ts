import type { Money } from '#lib/domain/money.ts'
import { isComplete, type Quote, type QuoteOutcome, rankOutcomes } from '#lib/domain/quote.ts'

function quotes(outcomes: readonly QuoteOutcome[]): Quote[] {
  return outcomes.flatMap(outcome => (outcome.status === 'quoted' ? [outcome.quote] : []))
}

/**
 * What each offer is best at, by quote id. Only offers that supply the whole cart compete, and only where there is
 * another to be better than. `lowest` is what the cheapest is called: beside a cheaper split, less than the lowest.
 */
export function praise(outcomes: readonly QuoteOutcome[], lowest = 'Lowest total'): Map<string, string> {
  const whole = outcomes.filter(outcome => outcome.status === 'quoted' && isComplete(outcome.quote))
  const [cheapest] = quotes(rankOutcomes(whole, 'total'))
  const [soonest] = quotes(rankOutcomes(whole, 'arrival'))
  if (whole.length < 2 || !cheapest || !soonest) return new Map()
  if (cheapest.id === soonest.id) return new Map([[cheapest.id, `${lowest}, soonest`]])
  return new Map([
    [soonest.id, 'Soonest'],
    [cheapest.id, lowest],
  ])
}

/** The retailer's total in `before` where it differs from `quote`'s for the same order; undefined otherwise. */
export function totalBefore(quote: Quote, before: readonly QuoteOutcome[] | undefined): Money | undefined {
  const old = quotes(before ?? []).find(each => each.retailerId === quote.retailerId)
  if (!old || old.id === quote.id || old.selectedOptionId !== quote.selectedOptionId) return undefined
  if (old.destination.postalCode !== quote.destination.postalCode) return undefined
  return old.totals.total.amount === quote.totals.total.amount ? undefined : old.totals.total
}
