import { expect, test } from 'vitest'
import { changeOf, contributionOf, countedAs, type Sale, saleOf } from '#lib/domain/insight/contribution.ts'
import { addTo, byKey, type Counts, sumCounts } from '#lib/domain/insight/counts.ts'
import { cleanCampaign } from '#lib/domain/insight/origin.ts'
import {
  addDays,
  daysIn,
  eachDay,
  eachMonth,
  monthRange,
  partsOf,
  previousRange,
  readRange,
} from '#lib/domain/insight/periods.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'

const sale: Sale = {
  day: '2026-11-22',
  retailerId: 'greenline',
  lines: [
    { slug: 'oats', category: 'oats-and-granola', units: 2, sales: 900 },
    { slug: 'oats', category: 'oats-and-granola', units: 1, sales: 800 },
    { slug: 'tea', category: 'tea-and-cocoa', units: 3, sales: 1500 },
  ],
  paid: 4000,
  loyalty: true,
  origin: {
    campaign: 'autumn',
    returning: true,
    offerReason: 'price',
    basketReason: 'shipping',
    loyaltySaving: 90,
  },
}

test('products, categories and retailers each add up to the total of a confirmed order', () => {
  const { site, ranked } = contributionOf(sale, 'confirmed')
  expect(site).toMatchObject({ placed: 1, orders: 1, units: 6, sales: 3200, paid: 4000, 'taken:shipping': 1 })
  for (const dimension of ['category', 'retailer']) {
    const total = sumCounts(byKey(site, dimension).values())
    expect([total.sales, total.units]).toEqual([3200, 6])
  }
  expect(site['retailer:greenline:taken:price']).toBe(1)
  expect(site['retailer:greenline:loyalty:saving']).toBe(90)
  expect(ranked.get('product/oats')).toEqual({ orders: 1, units: 3, sales: 1700 })
  expect(ranked.get('pair/oats+tea')).toEqual({ orders: 1 })
  expect(ranked.get('campaign/autumn')).toEqual({ orders: 1, units: 6, sales: 3200 })
})

test('an order that failed sells nothing and says why', () => {
  const { site, ranked } = contributionOf(sale, 'failed/payment_declined')
  expect(site).toMatchObject({ placed: 1, failed: 1, 'failed:decline': 1 })
  expect(Object.keys(site).some(name => name.endsWith('sales'))).toBe(false)
  expect(ranked.size).toBe(0)
})

test('whatever ends an order goes through, the changes add up to the last', () => {
  const ends = [undefined, 'needs_attention', 'confirmed', 'cancelled', 'confirmed', 'failed/out_of_stock']
  const kept: Counts = {}
  const products: Counts = {}
  for (const [index, end] of ends.entries()) {
    const change = changeOf(sale, ends[index - 1], end)
    addTo(kept, change.site)
    for (const counts of change.ranked.values()) addTo(products, counts)
    const present = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== 0))
    expect(present).toEqual(contributionOf(sale, end).site)
  }
  expect(Object.values(products).every(value => value === 0)).toBe(true)
})

test('a full cart is counted within one transaction', () => {
  const lines = Array.from({ length: 50 }, (_, index) => {
    return { slug: `product-${index}`, category: 'tea', units: 1, sales: 100 + index }
  })
  const { ranked } = contributionOf({ ...sale, lines }, 'confirmed')
  expect(ranked.size + 3).toBeLessThanOrEqual(100)
})

test('an order’s day is the market’s own, and an open order is not counted', () => {
  const order = exampleOrder({ createdAt: '2026-11-22T03:00:00.000Z' })
  expect(saleOf(order).day).toBe('2026-11-21')
  expect(countedAs(order)).toBeUndefined()
  expect(countedAs({ ...order, state: 'failed', reason: 'out_of_stock' })).toBe('failed/out_of_stock')
})

test('a campaign is written one way, and is never long', () => {
  expect(cleanCampaign(' Été 2026 / Oats! ')).toBe('e-te-2026-oats')
  expect(cleanCampaign('=cmd|x')).toBe('cmd-x')
  expect(cleanCampaign('***')).toBeUndefined()
  expect(cleanCampaign('a'.repeat(300))).toHaveLength(40)
})

test('a range is read as few items: a month that it has most of, less the days that it leaves out', () => {
  expect(partsOf({ from: '2026-01-30', to: '2026-04-28' })).toEqual({
    added: ['2026-01-30', '2026-01-31', '2026-02', '2026-03', '2026-04'],
    taken: ['2026-04-29', '2026-04-30'],
  })
  expect(partsOf({ from: '2026-02-01', to: '2026-02-28' })).toEqual({ added: ['2026-02'], taken: [] })
  // Whatever the range, its months and days less those taken are exactly its days.
  for (const from of ['2025-12-28', '2026-01-14', '2026-02-03', '2026-03-16']) {
    for (let length = 1; length <= 70; length++) {
      const range = { from, to: addDays(from, length - 1) }
      const { added, taken } = partsOf(range)
      const days = added.flatMap(period => (period.length > 7 ? [period] : eachDay(monthRange(period))))
      expect(taken.every(day => days.includes(day))).toBe(true)
      expect(days.filter(day => !taken.includes(day))).toEqual(eachDay(range))
      expect(added.length + taken.length).toBeLessThan(40)
    }
  }
})

test('months and ranges of the calendar', () => {
  expect(eachMonth({ from: '2025-12-31', to: '2026-02-01' })).toEqual(['2025-12', '2026-01', '2026-02'])
  expect(previousRange({ from: '2026-03-01', to: '2026-03-28' })).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  })
})

test('an address that makes no sense shows the latest 28 days', () => {
  const today = '2026-11-22'
  const usual = { from: '2026-10-26', to: today }
  for (const asked of [{}, { from: 'x' }, { from: '2026-11-10', to: '2026-11-01' }, { from: '2027-01-01' }]) {
    expect(daysIn(readRange(asked, today))).toBe(28)
  }
  expect(readRange({}, today)).toEqual(usual)
  expect(daysIn(readRange({ from: '2000-01-01', to: today }, today))).toBe(366)
})
