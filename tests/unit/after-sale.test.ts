import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AfterSale, type AfterSaleReport, withReport } from '#lib/domain/after-sale.ts'
import { money } from '#lib/domain/money.ts'
import { lineWords } from '#lib/domain/shipment-words.ts'
import { announcements, deliveryOf, isCalledOff, lineProgress, shipmentsOf } from '#lib/domain/shipments.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString()

function event(
  type: AfterSaleReport['events'][number]['type'],
  parcel: number,
  minute: number,
  quantity = 1,
) {
  const parts = [{ lineId: 'li_1', quantity }]
  return { id: `${parcel}-${type}`, at: at(minute), type, parts, trackingNumber: `T-${parcel}` }
}

const line = (changes: Partial<AfterSaleReport['lines'][number]> = {}) => {
  return {
    id: 'li_1',
    retailerSku: 'HM-1',
    sku: 'OAT',
    title: 'Oats',
    ordered: 3,
    current: 3,
    fulfilled: 0,
    ...changes,
  }
}
const refund = (status: 'pending' | 'completed', minute: number) => {
  return { id: 'r-1', at: at(minute), type: 'refund', status, amount: money(449, 'USD'), parts: [] }
}
const report = (changes: Partial<AfterSaleReport> = {}): AfterSaleReport => {
  return { lines: [line()], events: [], adjustments: [], expectations: [], ...changes }
}

/** An order's life as its retailer would report it, each time whole. */
const history: AfterSaleReport[] = [
  report(),
  report({ events: [event('shipped', 1, 1)] }),
  report({
    events: [event('shipped', 1, 1), event('shipped', 2, 2, 2)],
    adjustments: [refund('pending', 3)],
  }),
  report({
    lines: [line({ fulfilled: 1 })],
    events: [event('shipped', 1, 1), event('shipped', 2, 2, 2), event('delivered', 1, 4)],
    adjustments: [refund('completed', 3)],
  }),
  report({
    lines: [line({ fulfilled: 3 })],
    events: [
      event('shipped', 1, 1),
      event('shipped', 2, 2, 2),
      event('delivered', 1, 4),
      event('delivered', 2, 5, 2),
    ],
    adjustments: [refund('completed', 3)],
  }),
]

const known = (reports: AfterSaleReport[]): AfterSale => {
  const [first, ...rest] = reports
  if (!first) throw new Error('no report')
  return rest.reduce<AfterSale>((sum, next) => withReport(sum, next), withReport(undefined, first))
}

test('reports in any order, repeated at will, come to the same', () => {
  const whole = known(history)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(history, { minLength: history.length }),
      fc.array(fc.constantFrom(...history), { maxLength: 5 }),
      (shuffled, repeats) => {
        expect(known([...shuffled, ...repeats])).toEqual(whole)
      },
    ),
  )
})

test('no report takes an order back: each parcel stays delivered, each refund done', () => {
  const [early] = history
  const whole = known(history)
  expect(deliveryOf(whole)).toBe('delivered')
  expect(early && withReport(whole, early)).toEqual(whole)
  expect(withReport(whole, report({ adjustments: [refund('pending', 9)] })).adjustments).toEqual([
    refund('completed', 3),
  ])
})

describe('how far an order is', () => {
  test.each([
    [1, 'none', []],
    [2, 'part_shipped', ['1 of 3 shipped']],
    [3, 'shipped', ['Shipped']],
    [4, 'part_delivered', ['1 of 3 delivered']],
    [5, 'delivered', ['Delivered']],
  ])('after %i reports: %s', (count, delivery, words) => {
    const afterSale = known(history.slice(0, count))
    expect(deliveryOf(afterSale)).toBe(delivery)
    expect(lineWords(lineProgress(afterSale.lines[0] ?? line(), shipmentsOf(afterSale)))).toEqual(words)
  })

  test('counts what a retailer says it handed over, without a word of parcels', () => {
    expect(deliveryOf(known([report({ lines: [line({ fulfilled: 3 })] })]))).toBe('shipped')
  })

  test('says what was taken out of a line', () => {
    const progress = lineProgress(line({ current: 1 }), [])
    expect(lineWords(progress)).toEqual(['2 of 3 cancelled or returned'])
  })

  test('a scan that comes late does not bring a delivered parcel back on its way', () => {
    const late = { ...event('in_transit', 1, 9), id: 'late' }
    const afterSale = known([report({ events: [event('shipped', 1, 1), event('delivered', 1, 4), late] })])
    expect(shipmentsOf(afterSale)).toMatchObject([{ state: 'delivered' }])
  })
})

test('each parcel and refund is told of once, and one that has arrived only as that', () => {
  const keys = (afterSale: AfterSale) => announcements(afterSale).map(({ key }) => key)
  expect(keys(known(history.slice(0, 2)))).toEqual(['shipped/T-1'])
  const later = { ...known(history.slice(0, 4)), told: ['shipped/T-1'] }
  expect(keys(later)).toEqual(['delivered/T-1', 'shipped/T-2', 'refunded/r-1'])
  expect(keys({ ...later, told: [...later.told, ...keys(later)] })).toEqual([])
  expect(keys(known([report({ adjustments: [refund('pending', 3)] })]))).toEqual([])
})

test('an order is called off once nothing is left of it, unless it had been sent', () => {
  const emptied = report({ lines: [line({ current: 0 })] })
  expect(isCalledOff(emptied)).toBe(true)
  expect(isCalledOff(report())).toBe(false)
  expect(isCalledOff(report({ lines: [] }))).toBe(false)
  const returned = { ...emptied, events: [event('shipped', 1, 1, 3), event('delivered', 1, 4, 3)] }
  expect(isCalledOff(returned)).toBe(false)
})
