import { type Money, money, sum } from '#lib/domain/money.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import { bestSingleTotal, isWorthwhile } from '#lib/domain/split/terms-of.ts'

/** A split as a shopper sees it: the parts as quoted, their sum, and what it saves where one retailer has it all. */
export type OfferedSplit = { quotes: Quote[]; total: Money; saving?: Money }

/**
 * The split that may stand beside these offers, or undefined: where one of them supplies the whole cart, only one
 * that saves enough. Asked for again when an offer's delivery, and so its total, was changed.
 */
export function offeredSplit(
  quotes: readonly Quote[],
  outcomes: readonly QuoteOutcome[],
): OfferedSplit | undefined {
  const [first] = quotes
  if (!first || quotes.length < 2) return undefined
  const { currency } = first.totals.total
  const total = sum(
    quotes.map(quote => quote.totals.total),
    currency,
  )
  if (!isWorthwhile(total.amount, outcomes)) return undefined
  const single = bestSingleTotal(outcomes)
  return {
    quotes: [...quotes],
    total,
    saving: single === undefined ? undefined : money(single - total.amount, currency),
  }
}

/** When the first of its prices runs out: ISO 8601. */
export function soonestEnd({ quotes }: Pick<OfferedSplit, 'quotes'>): string {
  return quotes.map(quote => quote.expiresAt).toSorted()[0] ?? ''
}
