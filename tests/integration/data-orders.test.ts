import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, test, vi } from 'vitest'
import { getCart, saveCart } from '#lib/data/carts.ts'
import { createCheckout, findCheckoutClaim, getCheckoutClaim } from '#lib/data/checkouts.ts'
import { getCustomer, removeCustomerMadeBy, saveAddress, saveCustomer } from '#lib/data/customers.ts'
import { markMailed } from '#lib/data/insight/count-order.ts'
import {
  beginStep,
  claimMail,
  deferOrder,
  dueOrders,
  finishOrder,
  getOrder,
  getPayment,
  listOrders,
  markUnknown,
  recordCapture,
} from '#lib/data/orders.ts'
import { settleOrder } from '#lib/data/settle-order.ts'
import { client, tableName } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import { endStates, type Order, type TimelineEntry } from '#lib/domain/order.ts'
import { exampleCart } from '#tests/fixtures/cart.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'

const at = '2026-11-22T12:00:01.000Z'
const started: TimelineEntry = { at, step: 'initialize-order', status: 'started' }
const ended: TimelineEntry = { at, step: 'publish-status', status: 'done' }
const retailerOrder = {
  id: 'r-1',
  number: 'HM-77',
  url: 'https://example.com/r-1',
  status: 'processing',
  asOf: at,
}

describe('a checkout', () => {
  const buy = (cart: ReturnType<typeof exampleCart>, quoteId = newId('quote')) => {
    const order = exampleOrder({ id: newId('order'), createdAt: new Date().toISOString() })
    return createCheckout({
      cart,
      expectedVersion: cart.version,
      checkoutId: newId('checkout'),
      quoteIds: [quoteId],
      orders: [order],
      payments: [],
    }).then(result => ({ ...result, order }))
  }

  test('sent twenty times at once makes one order, and all hear of that one', async () => {
    const cart = exampleCart(1)
    await saveCart(cart, 0)
    const results = await Promise.all(Array.from({ length: 20 }, () => buy(cart)))
    const made = results.filter(result => result.created)
    expect(made).toHaveLength(1)
    const id = made[0]?.order.id ?? ''
    for (const result of results) if (!result.created) expect(result.orderIds).toEqual([id])
    const orders = await Promise.all(results.map(result => getOrder(result.order.id)))
    expect(orders.filter(Boolean)).toHaveLength(1)
    expect((await getCart(cart.id)).cart).toMatchObject({ version: 2, lines: [] })
  })

  test('of a cart that has moved on makes nothing', async () => {
    const cart = exampleCart(1)
    await saveCart(cart, 0)
    await saveCart({ ...cart, version: 2 }, 1)
    await expect(buy(cart)).rejects.toMatchObject({ code: 'cart_changed' })
    expect(await getCheckoutClaim(cart.id, 1)).toBeUndefined()
    expect((await getCart(cart.id)).cart.lines).toHaveLength(1)
  })

  test('is found again by the quotes it accepted', async () => {
    const cart = exampleCart(1)
    const quoteId = newId('quote')
    await saveCart(cart, 0)
    const { order } = await buy(cart, quoteId)
    const found = await findCheckoutClaim(cart.id, [newId('quote'), quoteId])
    expect(found?.orderIds).toEqual([order.id])
    expect(await findCheckoutClaim(cart.id, [newId('quote')])).toBeUndefined()
    expect(await findCheckoutClaim(newId('cart'), [quoteId])).toBeUndefined()
  })
})

describe('an order', () => {
  test('comes back as it was written, in one GetItem', async () => {
    const order = await submitOrder()
    const { commands } = await requestsOf(client, async () => {
      expect(await getOrder(order.id)).toEqual(order)
    })
    expect(commands).toEqual(['GetItem'])
    expect(await getOrder(newId('order'))).toBeUndefined()
  })

  test('notes a step and comes back in one UpdateItem; a step begun twice shows once', async () => {
    const order = await submitOrder()
    const { commands } = await requestsOf(client, async () => {
      expect(await beginStep(order.id, [started])).toMatchObject({ state: 'processing', lines: order.lines })
    })
    expect(commands).toEqual(['UpdateItem'])
    const again = await beginStep(order.id, [{ ...started, at: '2026-11-22T12:00:09.000Z' }])
    expect(again.timeline).toEqual([started])
    await expect(beginStep(newId('order'), [started])).rejects.toMatchObject({ code: 'not_found' })
  })

  test('keeps the retailer’s order', async () => {
    const order = await submitOrder()
    const kept = await recordCapture(order.id, retailerOrder, { id: 'r-1', notes: 'x'.repeat(5000) }, [ended])
    expect(kept.retailerOrder).toEqual(retailerOrder)
    expect(await getOrder(order.id)).toEqual(kept)
  })

  test.each(endStates)('that ended as %s stays so, whatever is tried after', async state => {
    const order = await submitOrder()
    expect(await finishOrder(order.id, { state, entries: [ended] })).toBe(state)
    const then = await getOrder(order.id)
    for (const other of endStates) {
      expect(await finishOrder(order.id, { state: other, reason: 'out_of_stock', entries: [started] })).toBe(
        state,
      )
    }
    await beginStep(order.id, [started])
    await markUnknown(order.id, [started])
    await recordCapture(order.id, retailerOrder, {}, [started])
    expect(await getOrder(order.id)).toEqual(then)
  })

  test('that is not known to be placed stays unknown while steps go on, and ends', async () => {
    const order = await submitOrder()
    expect((await markUnknown(order.id, [started])).state).toBe('unknown')
    expect((await beginStep(order.id, [started])).state).toBe('unknown')
    expect(await finishOrder(order.id, { state: 'confirmed', entries: [ended] })).toBe('confirmed')
    await expect(finishOrder(newId('order'), { state: 'failed', entries: [ended] })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('ends once when many end it at the same time', async () => {
    const order = await submitOrder()
    const states = await Promise.all(
      endStates.map(state => finishOrder(order.id, { state, entries: [ended] })),
    )
    expect(new Set(states).size).toBe(1)
    expect((await getOrder(order.id))?.state).toBe(states[0])
  })

  test('holds no name, address or e-mail in the open', async () => {
    const order = await submitOrder()
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: { pk: { S: `$brandfront#orderId_${order.id}` }, sk: { S: '$order_1' } },
      }),
    )
    expect(Item).toBeDefined()
    expect(JSON.stringify(Item)).not.toContain(order.contact.email)
  })
})

describe('a payment token', () => {
  test('is there until the order ends', async () => {
    const order = await submitOrder({}, 'tok_secret_1')
    expect(await getPayment(order.id)).toMatchObject({ token: 'tok_secret_1', amount: order.totals.total })
    await finishOrder(order.id, { state: 'failed', reason: 'payment_declined', entries: [ended] })
    expect(await getPayment(order.id)).toBeUndefined()
  })

  test('that has gone already does not keep the order from ending', async () => {
    const order = await submitOrder()
    const pk = `$brandfront#paymentOrderId_${order.id}`
    await client.delete({ TableName: tableName, Key: { pk, sk: '$payment_1' } })
    expect(await getPayment(order.id)).toBeUndefined()
    expect(await finishOrder(order.id, { state: 'confirmed', entries: [ended] })).toBe('confirmed')
  })

  test('is gone after an hour, though nothing deleted it', async () => {
    const order = await submitOrder()
    const now = Date.now()
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 3_601_000)
    const payment = await getPayment(order.id)
    clock.mockRestore()
    expect(payment).toBeUndefined()
  })
})

async function mail(orderId: string): Promise<void> {
  const claimed = await claimMail(orderId, 'confirmed')
  if (claimed) await markMailed(claimed, 'confirmed')
}

describe('open orders', () => {
  const due = (before: string) => dueOrders(before, 1000)
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

  test('are due for a look after a while, oldest first, until they have ended and their mail is sent', async () => {
    const older = await submitOrder({ createdAt: '2026-01-01T00:00:00.000Z' })
    const newer = await submitOrder({ createdAt: '2026-01-02T00:00:00.000Z' })
    const fresh = await submitOrder()
    const ids = await due(new Date().toISOString())
    expect(ids.indexOf(older.id)).toBeGreaterThanOrEqual(0)
    expect(ids.indexOf(older.id)).toBeLessThan(ids.indexOf(newer.id))
    expect(ids).not.toContain(fresh.id)
    expect(await due(inMinutes(3))).toContain(fresh.id)
    await finishOrder(older.id, { state: 'confirmed', entries: [ended] })
    expect(await due(inMinutes(3))).toContain(older.id)
    await mail(older.id)
    expect(await due(inMinutes(3))).not.toContain(older.id)
  })

  test('can be put off; one that is done with cannot come back by that', async () => {
    const order = await submitOrder({ createdAt: '2026-01-01T00:00:00.000Z' })
    await deferOrder(order.id, inMinutes(60))
    expect(await due(inMinutes(3))).not.toContain(order.id)
    expect(await due(inMinutes(61))).toContain(order.id)
    await finishOrder(order.id, { state: 'cancelled', entries: [ended] })
    await deferOrder(order.id, '2026-01-01T00:00:00.000Z')
    expect(await due(inMinutes(61))).not.toContain(order.id)
  })
})

describe('mail about an order', () => {
  test('is claimed by one, and is never sent twice', async () => {
    const order = await submitOrder()
    await finishOrder(order.id, { state: 'confirmed', entries: [ended] })
    const claims = await Promise.allSettled(Array.from({ length: 5 }, () => claimMail(order.id, 'confirmed')))
    const won = claims.flatMap(claim => (claim.status === 'fulfilled' && claim.value ? [claim.value] : []))
    expect(won).toHaveLength(1)
    await expect(claimMail(order.id, 'confirmed')).rejects.toMatchObject({ code: 'too_many_requests' })
    for (const claimed of won) await markMailed(claimed, 'confirmed')
    expect(await claimMail(order.id, 'confirmed')).toBeUndefined()
  })

  test('is about the end that stands: an earlier one is not mailed after a later one', async () => {
    const order = await submitOrder()
    await finishOrder(order.id, { state: 'confirmed', entries: [ended] })
    await settleOrder(order.id, { from: 'confirmed', to: 'cancelled', entries: [ended] })
    expect(await claimMail(order.id, 'confirmed')).toBeUndefined()
    expect((await claimMail(order.id, 'cancelled'))?.order.id).toBe(order.id)
  })

  test('can be claimed again when its sender died', async () => {
    const order = await submitOrder()
    await finishOrder(order.id, { state: 'confirmed', entries: [ended] })
    await claimMail(order.id, 'confirmed')
    const now = Date.now()
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 61_000)
    const claim = await claimMail(order.id, 'confirmed')
    clock.mockRestore()
    expect(claim?.order.id).toBe(order.id)
  })
})

describe('a customer', () => {
  const known = (changes: Partial<Order> = {}) =>
    exampleOrder({ id: newId('order'), customerId: `cus_${newId('event').slice(4)}`, ...changes })

  test('is kept in one request and read in one, with the words they agreed to', async () => {
    const order = known({
      loyaltyId: 'HC-1',
      consents: { ...exampleOrder().consents, brand_marketing: true },
    })
    const { commands } = await requestsOf(client, async () => {
      await saveCustomer({ customerId: order.customerId, order })
      await saveCustomer({ customerId: order.customerId, order })
      const customer = await getCustomer(order.customerId)
      expect(customer).toMatchObject({
        contact: order.contact,
        address: order.address,
        loyaltyIds: { 'harbor-market': 'HC-1' },
      })
      expect(customer?.ledger).toHaveLength(1)
      expect(customer?.ledger[0]?.answers[0]).toEqual({
        purpose: 'brand_marketing',
        agreed: true,
        words: 'E-mail me recipes, news and offers from the brand.',
      })
    })
    expect(commands).toEqual(['TransactWriteItems', 'TransactWriteItems', 'Query'])
  })

  test('is not changed by someone who only typed their e-mail', async () => {
    const first = known({ signedIn: true, loyaltyId: 'HC-1' })
    const { customerId } = first
    const elsewhere = { ...first.address, street: '1 Other Road' }
    const change = {
      customerId,
      address: elsewhere,
      loyaltyId: 'HC-2',
      createdAt: '2026-11-23T00:00:00.000Z',
    }
    await saveCustomer({ customerId, order: first })
    await saveCustomer({ customerId, order: known(change) })
    expect(await getCustomer(customerId)).toMatchObject({
      address: first.address,
      loyaltyIds: { 'harbor-market': 'HC-1' },
    })
    await saveCustomer({ customerId, order: known({ ...change, signedIn: true }) })
    expect(await getCustomer(customerId)).toMatchObject({
      address: elsewhere,
      loyaltyIds: { 'harbor-market': 'HC-2' },
    })
    expect((await getCustomer(customerId))?.ledger).toHaveLength(3)
  })

  test('is forgotten with the order that made them known, unless another came', async () => {
    const only = known({ loyaltyId: 'HC-1' })
    await saveCustomer({ customerId: only.customerId, order: only })
    await removeCustomerMadeBy(only.customerId, only)
    await removeCustomerMadeBy(only.customerId, only)
    expect(await getCustomer(only.customerId)).toBeUndefined()

    const first = known()
    const { customerId } = first
    const second = known({ customerId, createdAt: '2026-11-23T00:00:00.000Z' })
    await saveCustomer({ customerId, order: first })
    await saveCustomer({ customerId, order: second })
    await removeCustomerMadeBy(customerId, first)
    await removeCustomerMadeBy(customerId, second)
    expect((await getCustomer(customerId))?.ledger).toHaveLength(2)
  })

  test('can save an address before ever ordering', async () => {
    const { customerId, address, contact } = known()
    await saveAddress(customerId, address, contact)
    expect(await getCustomer(customerId)).toMatchObject({ address, contact, ledger: [] })
  })

  test('sees their orders newest first, page by page, with the state each ended in', async () => {
    const { customerId } = known()
    const times = Array.from({ length: 27 }, (_, index) => new Date(1_790_000_000_000 + index).toISOString())
    const orders: Order[] = []
    for (const createdAt of times) orders.push(await submitOrder({ customerId, createdAt }))
    await finishOrder(orders[26]?.id ?? '', { state: 'confirmed', entries: [ended] })
    const first = await listOrders(customerId)
    const second = await listOrders(customerId, first.next)
    expect([...first.orders, ...second.orders].map(order => order.createdAt)).toEqual(times.toReversed())
    expect(second.next).toBeUndefined()
    expect(first.orders[0]).toMatchObject({ state: 'confirmed', itemCount: 2, names: ['Rolled Oats'] })
    await expect(listOrders(customerId, 'nonsense')).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
