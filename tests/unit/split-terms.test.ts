import { describe, expect, test } from 'vitest'
import { money } from '#lib/domain/money.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import { offeredSplit } from '#lib/domain/split/offered-split.ts'
import { estimatedCost } from '#lib/domain/split/terms.ts'
import { termsOf } from '#lib/domain/split/terms-of.ts'
import { exampleQuote } from '#tests/fixtures/quote.ts'

const usd = (amount: number) => money(amount, 'USD')

/** A quote for goods worth 40.00 with these other parts of the total, in cents. */
function quoteOf(
  parts: { discount?: number; fulfilment?: number; tax?: number },
  changes: Partial<Quote> = {},
): Quote {
  const { discount = 0, fulfilment = 0, tax = 0 } = parts
  const items = 4000
  const total = usd(items + discount + fulfilment + tax)
  const totals = {
    items: usd(items),
    discount: usd(discount),
    fulfilment: usd(fulfilment),
    tax: usd(tax),
    fees: usd(0),
    total,
  }
  const retailerId = 'harbor-market'
  return exampleQuote({ retailerId, arrival: '2026-11-25', total, changes: { totals, ...changes } })
}

describe('what a quote for the whole lets one expect of a part', () => {
  test('is that the whole costs what was quoted', () => {
    const quote = quoteOf({ discount: -400, fulfilment: 595, tax: 144 })
    expect(estimatedCost(termsOf(quote, {}), 4000)).toBe(quote.totals.total.amount)
  })

  test('delivery that was free is not, for a part below the value that the registry states', () => {
    const delivery = { price: 595, freeFrom: 3500 }
    const terms = termsOf(quoteOf({}), { delivery })
    expect(estimatedCost(terms, 4000)).toBe(4000)
    expect(estimatedCost(terms, 3000)).toBe(3595)
  })

  test('nor where nothing is stated: then it costs what the dearer options do', () => {
    const options = [0, 299, 799].map((price, index) => ({
      id: `option-${index}`,
      title: 'Delivery',
      price: usd(price),
    }))
    const terms = termsOf(quoteOf({}, { options }), {})
    expect(estimatedCost(terms, 4000)).toBe(4000)
    expect(estimatedCost(terms, 3000)).toBe(3299)
  })

  test('a saving that begins at a value is gone below it', () => {
    const loyalty = { name: 'Card', claim: 'c', example: 'e', flatSaving: { from: 2000, amount: 300 } }
    const member = { loyalty: { accepted: true, saving: usd(-300) } }
    const terms = termsOf(quoteOf({ discount: -300 }, member), { loyalty })
    expect(estimatedCost(terms, 2000)).toBe(1700)
    expect(estimatedCost(terms, 1900)).toBe(1900)
  })
})

describe('a split beside the single offers', () => {
  const outcome = (total: number): QuoteOutcome => ({
    status: 'quoted',
    retailerId: 'harbor-market',
    quote: quoteOf({ fulfilment: total - 4000 }),
  })
  const parts = [quoteOf({}), quoteOf({})]

  test('is offered for a saving worth a second parcel, and not for less', () => {
    expect(offeredSplit(parts, [outcome(8100)])?.saving).toEqual(usd(100))
    expect(offeredSplit(parts, [outcome(8099)])).toBeUndefined()
    expect(offeredSplit(parts, [outcome(7000)])).toBeUndefined()
    expect(offeredSplit(parts.slice(1), [outcome(20_000)])).toBeUndefined()
  })

  test('is offered without one where nobody has everything', () => {
    const lines = [{ sku: 'OATS', requested: 1, available: 0 }]
    const lacking: QuoteOutcome = {
      status: 'quoted',
      retailerId: 'greenline',
      quote: quoteOf({}, { lines }),
    }
    expect(offeredSplit(parts, [lacking])).toMatchObject({ saving: undefined, total: usd(8000) })
  })
})
