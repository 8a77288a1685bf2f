import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { getCart } from '#lib/data/carts.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Listing } from '#lib/domain/listing.ts'
import type { Order } from '#lib/domain/order.ts'
import type { Quote } from '#lib/domain/quote.ts'
import { offeredSplit } from '#lib/domain/split/offered-split.ts'
import { getOrder } from '#lib/services/get-order.ts'
import { getOtherParts } from '#lib/services/get-other-parts.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { type Checkout, placeOrder } from '#lib/services/place-order.ts'
import { selectFulfilment } from '#lib/services/select-fulfilment.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { adding, destination, quoteOf, type Shop, startShop } from '#tests/fixtures/shop.ts'

vi.hoisted(() => {
  process.env.TABLE_NAME = 'services-split'
})

let shop: Shop
let syrup: Listing
let cheese: Listing
beforeAll(async () => {
  shop = await startShop()
  // Each is dear where the other is cheap, and dear enough for free delivery on its own.
  syrup = await shop.sell('syrup', {
    'harbor-market': { price: 2500 },
    'parcel-and-pantry': { price: 3500 },
  })
  cheese = await shop.sell('cheese', {
    'harbor-market': { price: 3500 },
    'parcel-and-pantry': { price: 2500 },
  })
})
afterAll(() => shop?.stop())
afterEach(async () => {
  vi.restoreAllMocks()
  for (const id of ['harbor-market', 'greenline', 'parcel-and-pantry']) await shop.sandbox.resetFaults(id)
})

const priced = (...changes: ReturnType<typeof adding>[]) =>
  openCart({ cartId: newId('cart'), changes, destination })
const splitCart = () => priced(adding(syrup, 2), adding(cheese, 2))
const linesOf = (quotes: readonly Quote[]) =>
  quotes.map(quote => [quote.retailerId, ...quote.lines.map(line => `${line.sku} ${line.available}`)])

/** How many sessions were opened at retailers while `work` ran, and what it came to. */
async function sessionsDuring<T>(work: () => Promise<T>): Promise<{ sessions: number; result: T }> {
  const calls = vi.spyOn(globalThis, 'fetch')
  const result = await work()
  const sessions = calls.mock.calls.filter(
    ([url, init]) => init?.method === 'POST' && String(url).endsWith('/checkout-sessions'),
  )
  return { sessions: sessions.length, result }
}

describe('a split', () => {
  test('is offered with each part as its retailer quotes it, in the same three DynamoDB requests', async () => {
    await listRetailers()
    let opened: Awaited<ReturnType<typeof splitCart>> | undefined
    const { commands } = await requestsOf(client, async () => {
      opened = await splitCart()
    })
    expect(commands).toEqual(['Query', 'BatchGetItem', 'TransactWriteItems'])
    const { split = [], outcomes = [], cart } = opened ?? {}
    expect(linesOf(split)).toEqual([
      ['harbor-market', 'SYRUP-450 2'],
      ['parcel-and-pantry', 'CHEESE-450 2'],
    ])
    for (const quote of split) {
      expect(quote.cartVersion).toBe(cart?.version)
      expect(quote.sessionId).not.toBe(quoteOf(outcomes, quote.retailerId).sessionId)
      expect(quote.totals.items.amount).toBe(5000)
    }
    const best = Math.min(
      ...['harbor-market', 'parcel-and-pantry'].map(id => quoteOf(outcomes, id).totals.total.amount),
    )
    const sum = split.reduce((total, quote) => total + quote.totals.total.amount, 0)
    expect(offeredSplit(split, outcomes)?.saving?.amount).toBe(best - sum)
    expect(best - sum).toBeGreaterThan(1500)
  })

  test('is kept with the comparison', async () => {
    const { cart, split } = await splitCart()
    expect((await getCart(cart.id)).split).toEqual(split)
    const { result, sessions } = await sessionsDuring(() =>
      openCart({ cartId: cart.id, changes: [], destination }),
    )
    expect(result.split).toEqual(split)
    expect(sessions).toBe(0)
  })

  test('is offered where no single retailer has everything', async () => {
    const rare = await shop.sell('rare', { greenline: { price: 900 } })
    const { outcomes, split } = await priced(adding(rare), adding(shop.beans))
    expect(linesOf(split)).toEqual([
      ['greenline', 'RARE-450 1'],
      ['parcel-and-pantry', 'BEANS-450 1'],
    ])
    expect(offeredSplit(split, outcomes)).toMatchObject({ saving: undefined })
  })

  test('shares a line out where no retailer has enough of it', async () => {
    const scarce = await shop.sell('scarce', {
      'harbor-market': { price: 900, available: 2 },
      greenline: { price: 950, available: 2 },
    })
    const { split } = await priced(adding(scarce, 3))
    expect(linesOf(split)).toEqual([
      ['harbor-market', 'SCARCE-450 2'],
      ['greenline', 'SCARCE-450 1'],
    ])
  })

  test('asks no retailer a second time where it promises nothing', async () => {
    const { sessions, result } = await sessionsDuring(() => priced(adding(shop.oats, 2)))
    expect(sessions).toBe(3)
    expect(result.split).toEqual([])
  })

  test('is not offered when a retailer fails to answer for its part; the offers for all of it stand', async () => {
    const real = globalThis.fetch
    let opened = 0
    vi.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
      const opens =
        init?.method === 'POST' && String(url).startsWith(shop.sandbox.retailer('parcel-and-pantry').endpoint)
      opened += opens ? 1 : 0
      return opens && opened === 2 ? Promise.reject(new TypeError('fetch failed')) : real(url, init)
    })
    const { outcomes, split } = await splitCart()
    expect(opened).toBe(2)
    expect(split).toEqual([])
    expect(quoteOf(outcomes, 'parcel-and-pantry').lines).toHaveLength(2)
  })

  test('takes another delivery option for one of its parts', async () => {
    const { cart, split } = await splitCart()
    const [part, other] = split
    const optionId = part?.options.find(option => option.id !== part.selectedOptionId)?.id ?? ''
    const chosen = await selectFulfilment({ cartId: cart.id, quoteId: part?.id ?? '', optionId })
    expect(chosen.selectedOptionId).toBe(optionId)
    expect(linesOf([chosen])).toEqual([['harbor-market', 'SYRUP-450 2']])
    expect((await getCart(cart.id)).split).toEqual([chosen, other])
  })
})

const { consents, address: somewhere, contact } = exampleOrder()
const payment = (id: string): Checkout['payments'] => ({ [id]: { token: `tok_${id}`, display: 'Visa' } })

function accepting(cartId: string, quotes: readonly Quote[]): Checkout {
  return {
    cartId,
    visitorId: newId('visitor'),
    quoteIds: quotes.map(quote => quote.id),
    contact,
    address: { ...somewhere, ...destination },
    consents,
    payments: Object.assign({}, ...quotes.map(quote => payment(quote.id))),
  }
}

describe('buying a split', () => {
  test('makes one order a retailer in two DynamoDB requests, each naming the other', async () => {
    const { cart, split } = await splitCart()
    const checkout = accepting(cart.id, split.toReversed())
    let orderIds: string[] = []
    const { commands } = await requestsOf(client, async () => {
      ;({ orderIds } = await placeOrder(checkout))
    })
    expect(commands).toEqual(['BatchGetItem', 'TransactWriteItems'])
    const orders = await Promise.all(
      orderIds.map(orderId => getOrder({ orderId, visitorId: checkout.visitorId })),
    )
    expect(orders.map(order => order.retailerId)).toEqual(['parcel-and-pantry', 'harbor-market'])
    expect(orders.map(order => order.totals)).toEqual(split.toReversed().map(quote => quote.totals))
    expect(orders.map(order => order.otherParts)).toEqual([
      [{ orderId: orderIds[1], retailerName: 'Harbor Market' }],
      [{ orderId: orderIds[0], retailerName: 'Parcel & Pantry' }],
    ])
    expect((await getOtherParts(orders[0] as Order)).map(order => order.id)).toEqual([orderIds[1]])
    expect(orders[0]?.lines.map(line => `${line.sku} ${line.quantity}`)).toEqual(['CHEESE-450 2'])
  })

  test('shows all its orders to who looked one of them up, and none to anyone else', async () => {
    const { cart, split } = await splitCart()
    const { orderIds } = await placeOrder(accepting(cart.id, split))
    const [one = '', two = ''] = orderIds
    expect((await getOrder({ orderId: two, seen: [one] })).id).toBe(two)
    await expect(getOrder({ orderId: two, seen: [newId('order')] })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('is bought once by twenty clicks, and by a tab that buys it and one that buys from a single retailer', async () => {
    const { cart, outcomes, split } = await splitCart()
    const both = accepting(cart.id, split)
    const single = accepting(cart.id, [quoteOf(outcomes, 'harbor-market')])
    const clicks = [...Array.from({ length: 20 }, () => both), single]
    const answers = await Promise.allSettled(clicks.map(checkout => placeOrder(checkout)))
    const made = answers.flatMap(answer =>
      answer.status === 'fulfilled' ? [answer.value.orderIds.join()] : [],
    )
    expect(new Set(made).size).toBe(1)
  })

  test('is refused for one part alone, and for a part beside an offer for everything', async () => {
    const { cart, outcomes, split } = await splitCart()
    const refused = [split.slice(0, 1), [...split, quoteOf(outcomes, 'harbor-market')]]
    for (const quotes of refused) {
      await expect(placeOrder(accepting(cart.id, quotes))).rejects.toMatchObject({ code: 'quote_incomplete' })
    }
    expect((await getCart(cart.id)).cart.lines).toHaveLength(2)
  })

  test('is refused as a whole once the price of one part has run out', async () => {
    await shop.sandbox.faults('parcel-and-pantry', { sessionSeconds: 400 })
    const { cart, split } = await splitCart()
    const now = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => now + 500_000)
    await expect(placeOrder(accepting(cart.id, split))).rejects.toMatchObject({ code: 'quote_expired' })
    vi.restoreAllMocks()
    expect((await getCart(cart.id)).cart.lines).toHaveLength(2)
  })

  test('is refused without a payment for each part', async () => {
    const { cart, split } = await splitCart()
    const payments = payment(split[0]?.id ?? '')
    await expect(placeOrder({ ...accepting(cart.id, split), payments })).rejects.toMatchObject({
      code: 'payment_missing',
    })
  })
})
