import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getCart } from '#lib/data/carts.ts'
import { readTallies } from '#lib/data/insight/tallies.ts'
import { getOrder } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import { type Counts, difference } from '#lib/domain/insight/counts.ts'
import { dayOf } from '#lib/domain/insight/periods.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { placeOrder } from '#lib/services/place-order.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'
import { adding, destination, type Shop, startShop } from '#tests/fixtures/shop.ts'

vi.hoisted(() => {
  process.env.TABLE_NAME = 'insight-visits'
})

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop?.stop())

const day = dayOf(Date.now())

const visits = async (): Promise<Counts> => (await readTallies('visits', [day])).get(day) ?? {}

test('a basket is counted once however often it is compared, and its order takes it back', async () => {
  const cartId = newId('cart')
  const ask = { cartId, destination, quote: true }
  const seen = { views: 3, checkouts: { greenline: 1, 'no-such-shop': 4 } }
  await openCart({ ...ask, changes: [adding(shop.oats)], seen })
  await openCart({ ...ask, changes: [adding(shop.oats)] })
  const both = await Promise.all([1, 2].map(() => openCart({ ...ask, changes: [adding(shop.oats)] })))
  expect(both).toHaveLength(2)
  const counted = await visits()
  expect(counted).toMatchObject({ views: 3, baskets: 1, checkouts: 1, 'retailer:greenline:checkouts': 1 })
  expect(Object.keys(counted).join()).not.toContain('no-such-shop')
  for (const id of ['harbor-market', 'greenline', 'parcel-and-pantry']) {
    expect(counted[`retailer:${id}:asked`]).toBe(1)
  }
  const lost = Object.entries(counted).filter(([name]) => name.startsWith('lost:'))
  expect(lost.reduce((sum, [, count]) => sum + count, 0)).toBe(1)

  const { outcomes, basket } = await getCart(cartId)
  const outcome = outcomes.find(each => each.retailerId === 'harbor-market')
  if (outcome?.status !== 'quoted') throw new Error('no quote')
  const { address, consents } = exampleOrder()
  const buy = async (id: string, quoteId: string) => {
    const { orderIds } = await placeOrder({
      cartId: id,
      visitorId: newId('visitor'),
      quoteIds: [quoteId],
      contact: { email: 'origin@example.com' },
      address: { ...address, ...destination },
      consents,
      campaign: 'spring-oats',
      payments: { [quoteId]: { token: 'tok_12345678', display: 'Visa ending 4242' } },
    })
    return getOrder(orderIds[0] ?? '')
  }
  const order = await buy(cartId, outcome.quote.id)
  expect(order?.origin).toEqual({
    campaign: 'spring-oats',
    returning: false,
    basketReason: basket?.reason,
    offerReason: basket?.reasons['harbor-market'],
  })
  // The next basket in the same cart is another one.
  await openCart({ ...ask, changes: [adding(shop.oats)] })
  expect((await visits()).baskets).toBe(2)
})

test('what a browser saw is counted though its cart needs no saving', async () => {
  const before = await visits()
  const cartId = newId('cart')
  await openCart({ cartId, changes: [], seen: { views: 2, checkouts: {} } })
  expect(difference(await visits(), before)).toEqual({ views: 2 })
})
