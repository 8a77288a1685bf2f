import { describe, expect, test } from 'vitest'
import { quantityProblem } from '#components/cart/quantity.ts'
import { quantitySchema } from '#lib/domain/cart.ts'
import { linesAfter, publicOutcome } from '#lib/domain/cart-view.ts'
import { exampleCart, exampleLine, exampleOutcome } from '#tests/fixtures/cart.ts'

const oats = exampleLine()
const tea = exampleLine({ sku: 'MRM-TEA-40', slug: 'tea', quantity: 1 })

describe('the lines a shopper sees before the server has answered', () => {
  test('follow a new quantity, an addition and a removal in the order they were made', () => {
    const lines = linesAfter(
      [oats, tea],
      [
        { id: 'change-1', kind: 'set', sku: oats.sku, quantity: 5 },
        { id: 'change-2', kind: 'add', slug: oats.slug, sku: oats.sku, quantity: 2 },
        { id: 'change-3', kind: 'remove', sku: tea.sku },
      ],
    )
    expect(lines.map(line => [line.sku, line.quantity])).toEqual([[oats.sku, 7]])
  })

  test('bring back a removed line only when it is known', () => {
    const undo = { id: 'change-1', kind: 'add', slug: tea.slug, sku: tea.sku, quantity: 3 } as const
    expect(linesAfter([oats], [undo])).toEqual([oats])
    expect(linesAfter([oats], [undo], [tea])).toEqual([oats, { ...tea, quantity: 3 }])
  })

  test('leave the lines they were given alone', () => {
    const given = [oats]
    linesAfter(given, [{ id: 'change-1', kind: 'remove', sku: oats.sku }])
    expect(given).toEqual([oats])
  })
})

test('a browser is told neither the retailer’s session nor the loyalty number', () => {
  const outcome = exampleOutcome(exampleCart(1))
  if (outcome.status !== 'quoted') throw new Error('the fixture is a quote')
  const told = publicOutcome({ ...outcome, quote: { ...outcome.quote, loyaltyId: 'HC-777-123' } })
  expect(JSON.stringify(told)).not.toMatch(/HC-777-123|session-harbor-market/)
  expect(told).toMatchObject({
    status: 'quoted',
    quote: { id: outcome.quote.id, totals: outcome.quote.totals },
  })
})

test.each(['1', '99', '100', '0', '-1', '1.5', '1e9', '', 'two', ' 3 ', '0x10', 'Infinity'])(
  'a product page judges the quantity “%s” as the cart does',
  text => {
    expect(quantityProblem(text)).toBe(quantitySchema.safeParse(text).error?.issues[0]?.message)
  },
)
