import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '#lib/domain/money.ts'
import { isComplete, itemsCovered, type QuoteOutcome, quoteSorts, rankOutcomes } from '#lib/domain/quote.ts'
import { exampleQuote } from '#tests/fixtures/quote.ts'

/** Outcomes of different retailers for one cart: any availability, total, arrival, and some without an answer. */
const outcomes = fc
  .array(
    fc.record({
      answered: fc.boolean(),
      available: fc.array(fc.constantFrom(5, 5, 5, 2, 0), { minLength: 3, maxLength: 3 }),
      total: fc.integer({ min: 0, max: 3 }).map(each => each * 100),
      day: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 6 },
  )
  .map(list =>
    list.map(({ answered, available, total, day }, index): QuoteOutcome => {
      const retailerId = `retailer-${index}`
      if (!answered) return { status: 'unavailable', retailerId, reason: 'retailer_slow' }
      const quote = exampleQuote({ retailerId, arrival: `2026-12-0${day}`, total: money(total, 'USD') })
      const lines = available.map((each, line) => ({ sku: `SKU-${line}`, requested: 5, available: each }))
      return { status: 'quoted', retailerId, quote: { ...quote, lines } }
    }),
  )

const sort = fc.constantFrom(...quoteSorts)
const covered = (outcome: QuoteOutcome) => (outcome.status === 'quoted' ? itemsCovered(outcome.quote) : -1)

describe('the ranking of quotes', () => {
  test('loses and repeats none', () => {
    fc.assert(
      fc.property(outcomes, sort, (list, by) => {
        const ids = (each: readonly QuoteOutcome[]) => each.map(outcome => outcome.retailerId).toSorted()
        expect(ids(rankOutcomes(list, by))).toEqual(ids(list))
      }),
    )
  })

  test('never puts one that lacks something before one that lacks less, whatever it costs', () => {
    fc.assert(
      fc.property(outcomes, sort, (list, by) => {
        const ranked = rankOutcomes(list, by).map(covered)
        expect(ranked).toEqual(ranked.toSorted((a, b) => b - a))
      }),
    )
  })

  test('puts the cheapest, or the soonest, of the complete ones first', () => {
    fc.assert(
      fc.property(outcomes, sort, (list, by) => {
        const complete = list.flatMap(outcome =>
          outcome.status === 'quoted' && isComplete(outcome.quote) ? [outcome.quote] : [],
        )
        const [first] = rankOutcomes(list, by)
        fc.pre(complete.length > 0)
        if (first?.status !== 'quoted') expect.unreachable()
        const value = (quote: typeof first.quote) =>
          by === 'arrival' ? (quote.options[0]?.latest ?? '') : quote.totals.total.amount
        for (const other of complete) expect(value(first.quote) <= value(other)).toBe(true)
      }),
    )
  })

  test('does not depend on the order in which retailers answered', () => {
    fc.assert(
      fc.property(outcomes, sort, (list, by) => {
        expect(rankOutcomes(list.toReversed(), by)).toEqual(rankOutcomes(list, by))
      }),
    )
  })
})
