import { describe, expect, test } from 'vitest'
import { praise, totalBefore } from '#lib/domain/compare-quotes.ts'
import { money } from '#lib/domain/money.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import { exampleQuote } from '#tests/fixtures/quote.ts'

function outcome(
  retailerId: string,
  total: number,
  arrival: string,
  changes: Partial<Quote> = {},
): QuoteOutcome {
  const quote = exampleQuote({ retailerId, total: money(total, 'USD'), arrival, changes })
  return { status: 'quoted', retailerId, quote }
}
const short = { lines: [{ sku: 'MRM-OAT-450', requested: 2, available: 1 }] }
const quoteOf = (each: QuoteOutcome) => {
  if (each.status !== 'quoted') throw new Error('the fixture is a quote')
  return each.quote
}

describe('praise', () => {
  test('goes to the lowest total and to the soonest arrival', () => {
    const outcomes = [outcome('dear', 2000, '2026-12-01'), outcome('cheap', 1000, '2026-12-05')]
    expect(Object.fromEntries(praise(outcomes))).toEqual({ quo_dear: 'Soonest', quo_cheap: 'Lowest total' })
  })

  test('never goes to a retailer that lacks something', () => {
    const outcomes = [
      outcome('short', 100, '2026-11-24', short),
      outcome('dear', 2000, '2026-12-01'),
      outcome('cheap', 1000, '2026-12-05'),
    ]
    expect(praise(outcomes).has('quo_short')).toBe(false)
  })

  test('is not given to the only one who can supply it all', () => {
    expect(
      praise([outcome('short', 100, '2026-11-24', short), outcome('only', 900, '2026-12-01')]).size,
    ).toBe(0)
  })
})

describe('the total before', () => {
  const before = [outcome('cheap', 1000, '2026-12-05')]
  const fresh = (total: number, changes: Partial<Quote> = {}) =>
    quoteOf(outcome('cheap', total, '2026-12-05', { id: 'quo_fresh', ...changes }))

  test('is shown where a fresh price differs', () => {
    expect(totalBefore(fresh(1200), before)).toEqual(money(1000, 'USD'))
  })

  test('is not shown for the same price, another delivery option or another place', () => {
    expect(totalBefore(fresh(1000), before)).toBeUndefined()
    expect(totalBefore(fresh(1200, { selectedOptionId: 'express' }), before)).toBeUndefined()
    const destination = { country: 'US', region: 'CA', postalCode: '94103' } as const
    expect(totalBefore(fresh(1200, { destination }), before)).toBeUndefined()
    expect(totalBefore(fresh(1200), undefined)).toBeUndefined()
  })
})
