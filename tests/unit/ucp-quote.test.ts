import { describe, expect, it } from 'vitest'
import { money } from '#lib/domain/money.ts'
import { defaultOption, readOptions, selectedOption } from '#lib/retailers/ucp/fulfilment.ts'
import { readLines, readQuote } from '#lib/retailers/ucp/quote.ts'
import { checkoutShape } from '#lib/retailers/ucp/shapes.ts'
import { readTotals } from '#lib/retailers/ucp/totals.ts'

const usd = (amount: number) => money(amount, 'USD')
const session = (parts: object) => checkoutShape.parse({ id: 'ses_1', currency: 'USD', ...parts })
const totals = (...entries: [string, number][]) => entries.map(([type, amount]) => ({ type, amount }))
const good = totals(
  ['subtotal', 1000],
  ['discount', -100],
  ['fulfillment', 500],
  ['tax', 88],
  ['total', 1488],
)

const request = {
  items: [
    { sku: 'A', retailerSku: 'a', quantity: 2 },
    { sku: 'B', retailerSku: 'b', quantity: 1 },
  ],
  destination: { country: 'US', region: 'NY', postalCode: '10001' },
  currency: 'USD',
} as const
const asked = { ...request, items: [...request.items] }

describe('totals', () => {
  it('are taken apart', () => {
    expect(readTotals(session({ totals: good }), 'USD')).toEqual({
      items: usd(1000),
      discount: usd(-100),
      fulfilment: usd(500),
      tax: usd(88),
      fees: usd(0),
      total: usd(1488),
    })
  })

  it('count several entries of a kind, and kinds not heard of as fees', () => {
    const entries = totals(
      ['subtotal', 1000],
      ['items_discount', -50],
      ['discount', -100],
      ['tax', 60],
      ['tax', 28],
      ['fee', 10],
      ['bottle_deposit', 25],
      ['total', 973],
    )
    const read = readTotals(session({ totals: entries }), 'USD')
    expect([read.discount.amount, read.tax.amount, read.fees.amount]).toEqual([-150, 88, 35])
  })

  it.each([
    ['do not add up', { totals: totals(['subtotal', 1000], ['tax', 88], ['total', 1000]) }],
    ['have no total', { totals: totals(['subtotal', 1000]) }],
    ['have two', { totals: totals(['subtotal', 1000], ['total', 1000], ['total', 1000]) }],
    ['are below zero', { totals: totals(['subtotal', 100], ['discount', -200], ['total', -100]) }],
    ['are in another currency', { totals: good, currency: 'EUR' }],
  ])('are refused when they %s', (_, parts) => {
    expect(() => readTotals(session(parts), 'USD')).toThrow('retailer_refused')
  })
})

describe('lines', () => {
  const line = (id: string, quantity: number) => ({
    id: `line-${id}`,
    item: { id, price: 300 },
    quantity,
    totals: totals(['subtotal', 300 * quantity]),
  })

  it('are missing where the session has none, short where it has fewer, never more than asked', () => {
    const read = readLines(asked, session({ line_items: [line('a', 1)], totals: good }))
    expect(read.map(each => [each.available, each.total?.amount])).toEqual([
      [1, 300],
      [0, undefined],
    ])
    const more = readLines(asked, session({ line_items: [line('a', 5), line('b', 1)] }))
    expect(more.map(each => each.available)).toEqual([2, 1])
  })

  it('are missing where an error says so of a line that the session still lists', () => {
    const messages = [{ type: 'error', code: 'out_of_stock', path: '$.line_items[1]' }]
    const read = readLines(asked, session({ line_items: [line('a', 2), line('b', 1)], messages }))
    expect(read.map(each => each.available)).toEqual([2, 0])
  })
})

describe('ways of delivery', () => {
  const option = (id: string, amount: number, latest: string) => ({
    id,
    title: id,
    latest_fulfillment_time: latest,
    totals: totals(['total', amount]),
  })
  const withGroups = (...groups: object[]) => session({ fulfillment: { methods: [{ groups }] } })
  const fast = option('fast', 900, '2030-01-02T00:00:00Z')
  const slow = option('slow', 400, '2030-01-06T00:00:00Z')

  it('are those of the one parcel', () => {
    const one = withGroups({ id: 'g', options: [fast, slow], selected_option_id: 'fast' })
    expect(readOptions(one, 'USD').map(each => [each.id, each.price.amount])).toEqual([
      ['fast', 900],
      ['slow', 400],
    ])
    expect(selectedOption(one)).toBe('fast')
    expect(defaultOption(readOptions(one, 'USD'))).toBe('slow')
  })

  it('of several parcels are the cheapest of each, when the last one comes', () => {
    const two = withGroups({ id: 'g', options: [fast, slow] }, { id: 'h', options: [fast] })
    expect(readOptions(two, 'USD')).toMatchObject([
      { id: 'slow~fast', price: usd(1300), latest: '2030-01-06T00:00:00Z' },
    ])
    expect(selectedOption(two)).toBeUndefined()
  })
})

describe('a quote', () => {
  const claim = 'com.sandbox.harbor_card'
  const read = (parts: object, loyaltyId?: string) =>
    readQuote({ ...asked, loyaltyId }, session({ totals: good, ...parts }), claim)

  it('says whether the loyalty number counted, only when one was given', () => {
    const discounts = { applied: [{ amount: 100, eligibility: claim }] }
    expect(read({ discounts }).loyalty).toBeUndefined()
    expect(read({ discounts }, 'HC-1').loyalty).toEqual({ accepted: true, saving: usd(-100) })
    expect(read({}, 'HC-1').loyalty).toEqual({ accepted: false, saving: usd(0) })
  })

  it('shows the warnings that must be shown, but not what the lines say already', () => {
    const messages = [
      { type: 'warning', code: 'prop65', content: 'Contains tea.' },
      { type: 'warning', code: 'quantity_adjusted', content: 'Only 2 left.', path: '$.line_items[0]' },
      { type: 'info', code: 'free_shipping', content: 'Free.' },
    ]
    expect(read({ messages }).notices).toEqual(['Contains tea.'])
  })

  it('holds as long as the retailer says', () => {
    expect(read({ expires_at: '2030-01-01T00:00:00Z' }).expiresAt).toBe('2030-01-01T00:00:00Z')
    expect(Date.parse(read({}).expiresAt)).toBeGreaterThan(Date.now())
  })
})
