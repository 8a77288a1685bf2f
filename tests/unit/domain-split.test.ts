import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheapestSplit } from '#lib/domain/split/cheapest-split.ts'
import { choicesFor } from '#lib/domain/split/choices.ts'
import { estimatedCost, type Terms, tariffsOf } from '#lib/domain/split/terms.ts'

type Need = { sku: string; quantity: number }
type Shelf = { unitPrice: number; available: number } | null

const saving = fc.option(
  fc.constantFrom(
    { from: 0, share: 0.1, amount: 0 },
    { from: 0, share: 0.05, amount: 100 },
    { from: 2000, share: 0, amount: 300 },
  ),
  { nil: undefined },
)
const conditions = fc.record({
  price: fc.constantFrom(0, 95, 295, 499, 995),
  freeFrom: fc.option(fc.integer({ min: 500, max: 7000 }), { nil: undefined }),
  saving,
  taxRate: fc.constantFrom(0, 0.04, 0.0725),
  fee: fc.constantFrom(0, 0, 150),
})

function problem(lines: number, retailers: number, scarce: boolean) {
  const shelf = fc.option(
    fc.record({
      unitPrice: fc.integer({ min: 99, max: 2500 }),
      available: scarce ? fc.integer({ min: 0, max: 6 }) : fc.constantFrom(0, 50, 50, 50, 50),
    }),
    { freq: 8 },
  )
  return fc
    .record({
      quantities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: lines, maxLength: lines }),
      shops: fc.array(
        fc.record({ conditions, shelves: fc.array(shelf, { minLength: lines, maxLength: lines }) }),
        {
          minLength: retailers,
          maxLength: retailers,
        },
      ),
    })
    .map(({ quantities, shops }) => {
      const needs = quantities.map((quantity, index): Need => ({ sku: `SKU-${index}`, quantity }))
      const terms = shops.map(({ conditions: { price, freeFrom, ...rest }, shelves }, index): Terms => {
        const articles = shelves.flatMap((each: Shelf, line) =>
          each ? [[`SKU-${line}`, each] as const] : [],
        )
        return {
          ...rest,
          retailerId: `shop-${index}`,
          delivery: { price, freeFrom },
          articles: new Map(articles),
        }
      })
      return { needs, terms }
    })
}

/** The minimum by trying everything that the model allows. */
function bruteForce(needs: readonly Need[], terms: readonly Terms[]): number | undefined {
  const choices = needs.map(need => choicesFor(need, terms))
  let best: number | undefined
  const visit = (line: number, goods: number[]): void => {
    const list = choices[line]
    if (!list) {
      const cost = terms.reduce((sum, each, index) => sum + estimatedCost(each, goods[index] ?? 0), 0)
      best = Math.min(best ?? cost, cost)
      return
    }
    for (const choice of list) {
      const next = [...goods]
      for (const each of choice) next[each.retailer] = (next[each.retailer] ?? 0) + each.goods
      visit(line + 1, next)
    }
  }
  visit(
    0,
    terms.map(() => 0),
  )
  return best
}

/** Every line is there in its full number, and no retailer is asked for more than it has. */
function checkParts(
  needs: readonly Need[],
  terms: readonly Terms[],
  split: ReturnType<typeof cheapestSplit>,
) {
  const items = split?.parts.flatMap(part => part.items.map(item => ({ ...item, ...part }))) ?? []
  for (const { sku, quantity } of needs) {
    const sum = items.filter(item => item.sku === sku).reduce((total, item) => total + item.quantity, 0)
    expect(sum).toBe(quantity)
  }
  for (const { retailerId, sku, quantity } of items) {
    const shop = terms.find(each => each.retailerId === retailerId)
    expect(shop?.articles.get(sku)?.available).toBeGreaterThanOrEqual(quantity)
  }
  return items
}

describe('the cheapest split', () => {
  test('is the minimum over all assignments', () => {
    fc.assert(
      fc.property(problem(4, 4, false), ({ needs, terms }) => {
        const split = cheapestSplit(needs, terms)
        expect(split?.cost).toBe(bruteForce(needs, terms))
        if (split) expect(split.atLeast).toBe(split.cost)
        if (split) checkParts(needs, terms, split)
      }),
      { numRuns: 300 },
    )
  })

  test('is the minimum where lines have to be shared out, too', () => {
    fc.assert(
      fc.property(problem(3, 4, true), ({ needs, terms }) => {
        const split = cheapestSplit(needs, terms)
        expect(split?.cost).toBe(bruteForce(needs, terms))
        if (split) checkParts(needs, terms, split)
      }),
      { numRuns: 300 },
    )
  })

  test('costs what its parts cost', () => {
    fc.assert(
      fc.property(problem(5, 3, false), ({ needs, terms }) => {
        const split = cheapestSplit(needs, terms)
        const sum = split?.parts.reduce((total, { retailerId, items }) => {
          const shop = terms.find(each => each.retailerId === retailerId)
          const goods = items.reduce(
            (value, item) => value + item.quantity * (shop?.articles.get(item.sku)?.unitPrice ?? 0),
            0,
          )
          return total + (shop ? estimatedCost(shop, goods) : 0)
        }, 0)
        expect(split?.cost).toBe(sum)
      }),
      { numRuns: 200 },
    )
  })

  test('of 12 lines over 6 retailers is exact, and no single retailer is cheaper', () => {
    fc.assert(
      fc.property(problem(12, 6, false), ({ needs, terms }) => {
        const split = cheapestSplit(needs, terms)
        if (!split) return
        expect(split.atLeast).toBe(split.cost)
        for (const shop of terms) {
          const alone = cheapestSplit(needs, [shop])
          if (alone) expect(split.cost).toBeLessThanOrEqual(alone.cost)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('past that size says what it cannot be below, and is never above the best single retailer', () => {
    fc.assert(
      fc.property(problem(20, 8, false), ({ needs, terms }) => {
        const split = cheapestSplit(needs, terms)
        if (!split) return
        checkParts(needs, terms, split)
        expect(split.atLeast).toBeLessThanOrEqual(split.cost)
        for (const shop of terms) {
          const alone = cheapestSplit(needs, [shop])
          if (alone) expect(split.cost).toBeLessThanOrEqual(alone.cost)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('shares a line out only where nobody has enough of it', () => {
    const shop = (retailerId: string, unitPrice: number, available: number): Terms => ({
      retailerId,
      articles: new Map([['OATS', { unitPrice, available }]]),
      delivery: { price: 0 },
      taxRate: 0,
      fee: 0,
    })
    const need = [{ sku: 'OATS', quantity: 5 }]
    const parts = (...shops: Terms[]) =>
      cheapestSplit(need, shops)?.parts.map(part => `${part.retailerId} ${part.items[0]?.quantity}`)
    expect(parts(shop('cheap', 100, 3), shop('dear', 200, 9))).toEqual(['dear 5'])
    expect(parts(shop('cheap', 100, 3), shop('dear', 200, 4))).toEqual(['cheap 3', 'dear 2'])
    expect(parts(shop('cheap', 100, 3), shop('dear', 200, 1))).toBeUndefined()
  })

  test('lets free delivery keep a basket together', () => {
    const shop = (retailerId: string, oats: number, beans: number): Terms => ({
      retailerId,
      articles: new Map([
        ['OATS', { unitPrice: oats, available: 9 }],
        ['BEANS', { unitPrice: beans, available: 9 }],
      ]),
      delivery: { price: 500, freeFrom: 2000 },
      taxRate: 0,
      fee: 0,
    })
    const needs = ['OATS', 'BEANS'].map(sku => ({ sku, quantity: 1 }))
    const one = cheapestSplit(needs, [shop('a', 1000, 1000), shop('b', 900, 1400)])
    expect(one).toMatchObject({ cost: 2000, parts: [{ retailerId: 'a' }] })
    const two = cheapestSplit(needs, [shop('a', 2000, 3500), shop('b', 3500, 2000)])
    expect(two).toMatchObject({ cost: 4000, parts: [{ retailerId: 'a' }, { retailerId: 'b' }] })
  })
})

test('tariffs stay below what they stand for', () => {
  fc.assert(
    fc.property(conditions, fc.integer({ min: 1, max: 20_000 }), ({ price, freeFrom, ...rest }, goods) => {
      const terms: Terms = {
        ...rest,
        retailerId: 'shop',
        delivery: { price, freeFrom },
        articles: new Map(),
      }
      const lines = tariffsOf(terms).filter(tariff => tariff.from <= goods)
      const bound = Math.min(...lines.map(tariff => tariff.fixed + tariff.slope * goods))
      expect(bound).toBeLessThanOrEqual(estimatedCost(terms, goods) + 1e-6)
    }),
  )
})
