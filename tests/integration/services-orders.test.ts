import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { config } from '#lib/config.ts'
import { getCart } from '#lib/data/carts.ts'
import { dueOrders, getPayment } from '#lib/data/orders.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import { orderNumber } from '#lib/domain/order.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'
import { shops } from '#lib/local/sandbox/shop/shops.ts'
import { findOrder } from '#lib/services/find-order.ts'
import { followOrder } from '#lib/services/follow-order.ts'
import { getAccount } from '#lib/services/get-account.ts'
import { getOrder } from '#lib/services/get-order.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { type Checkout, placeOrder } from '#lib/services/place-order.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { adding, destination, pricedCart, quoteOf, type Shop, startShop } from '#tests/fixtures/shop.ts'

vi.hoisted(() => {
  process.env.TABLE_NAME = 'services-orders'
})

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop?.stop())
afterEach(() => vi.restoreAllMocks())

const { consents, address: somewhere } = exampleOrder()
const address = { ...somewhere, ...destination }
const email = () => `${newId('visitor')}@example.com`

/** A checkout that accepts one retailer's quote, with `changes` over it. */
function accepting(
  cartId: string,
  outcomes: readonly QuoteOutcome[],
  retailerId = 'harbor-market',
  changes: Partial<Checkout> = {},
): Checkout {
  const { id } = quoteOf(outcomes, retailerId)
  return {
    cartId,
    visitorId: newId('visitor'),
    quoteIds: [id],
    contact: { email: email() },
    address,
    consents,
    payments: { [id]: { token: 'tok_example_1', display: 'Visa ending 4242' } },
    ...changes,
  }
}

async function orderOats(changes: Partial<Checkout> = {}) {
  const { cart, outcomes } = await pricedCart(shop.oats)
  const checkout = accepting(cart.id, outcomes, 'harbor-market', changes)
  const { orderIds } = await placeOrder(checkout)
  return { checkout, cart, outcomes, orderIds, orderId: orderIds[0] ?? '' }
}

describe('placing an order', () => {
  test('passes on to a retailer only what was agreed with that retailer', async () => {
    const agreed = { ...consents, retailer_marketing: false }
    const stateOf = async (retailerConsents?: Record<string, boolean>) => {
      const { orderId, checkout } = await orderOats({ consents: agreed, retailerConsents })
      const order = await getOrder({ orderId, visitorId: checkout.visitorId })
      return order.consents.retailer_marketing
    }
    expect(await stateOf({ 'harbor-market': true })).toBe(true)
    expect(await stateOf({ greenline: true })).toBe(false)
    expect(await stateOf()).toBe(false)
  })

  test('keeps the code that the retailer took, and not one that it refused', async () => {
    const { code } = shops['harbor-market'].discount
    for (const [typed, kept] of [
      [code, code],
      ['NOSUCHCODE', undefined],
    ] as const) {
      const { cart, outcomes } = await openCart({
        cartId: newId('cart'),
        changes: [adding(shop.oats, 6)],
        destination,
        discountCodes: { 'harbor-market': typed },
      })
      expect(quoteOf(outcomes, 'harbor-market').discount?.accepted).toBe(kept !== undefined)
      expect(quoteOf(outcomes, 'greenline').discount).toBeUndefined()
      const checkout = accepting(cart.id, outcomes)
      const { orderIds } = await placeOrder(checkout)
      const order = await getOrder({ orderId: orderIds[0] ?? '', visitorId: checkout.visitorId })
      expect(order.discountCode).toBe(kept)
    }
  })

  test('takes two DynamoDB requests and keeps exactly what was quoted', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats, shop.beans)
    const checkout = accepting(cart.id, outcomes)
    let orderIds: string[] = []
    const { commands } = await requestsOf(client, async () => {
      ;({ orderIds } = await placeOrder(checkout))
    })
    expect(commands).toEqual(['BatchGetItem', 'TransactWriteItems'])
    const quote = quoteOf(outcomes, 'harbor-market')
    const order = await getOrder({ orderId: orderIds[0] ?? '', visitorId: checkout.visitorId })
    expect(order).toMatchObject({ totals: quote.totals, sessionId: quote.sessionId, state: 'submitted' })
    expect(order.lines.map(line => [line.sku, line.quantity, line.total])).toEqual(
      quote.lines.map(line => [line.sku, line.requested, line.total]),
    )
    expect(order.fulfilment.id).toBe(quote.selectedOptionId)
    expect(await getPayment(order.id)).toMatchObject({ token: 'tok_example_1', amount: quote.totals.total })
    expect((await getCart(cart.id)).cart.lines).toEqual([])
  })

  test('starts the workflow, named after the order', async () => {
    const { orderId } = await orderOats()
    const executionArn = `${config.PURCHASE_STATE_MACHINE_ARN.replace(':stateMachine:', ':execution:')}:${orderId}`
    const execution = await new SFNClient({}).send(new DescribeExecutionCommand({ executionArn }))
    expect(JSON.parse(execution.input ?? '')).toEqual({ orderId })
  })

  test('makes one order of twenty clicks at once', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats)
    const checkout = accepting(cart.id, outcomes)
    const answers = await Promise.all(Array.from({ length: 20 }, () => placeOrder(checkout)))
    expect(new Set(answers.flatMap(answer => answer.orderIds)).size).toBe(1)
    expect((await getAccount(checkout.contact.email)).orders).toHaveLength(1)
  })

  test('sent again later finds the first order, even when the cart has been filled anew', async () => {
    const { checkout, orderIds } = await orderOats()
    expect(await placeOrder(checkout)).toEqual({ orderIds })
    const { cartId } = checkout
    const next = await openCart({ cartId, changes: [adding(shop.beans)], destination })
    expect(await placeOrder(checkout)).toEqual({ orderIds })
    expect((await getCart(cartId)).cart.lines).toHaveLength(1)
    const second = await placeOrder(accepting(cartId, next.outcomes))
    expect(second.orderIds).not.toEqual(orderIds)
  })

  test('from two tabs with different retailers makes one order', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats)
    const tabs = ['harbor-market', 'greenline'].map(id => placeOrder(accepting(cart.id, outcomes, id)))
    const answers = await Promise.allSettled(tabs)
    const made = answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value.orderIds : []))
    expect(new Set(made).size).toBe(1)
  })

  test('is safe when the workflow cannot be started: the order stays due for a look', async () => {
    vi.spyOn(SFNClient.prototype, 'send').mockImplementation(() => Promise.reject(new Error('down')))
    const { orderId } = await orderOats()
    const soon = new Date(Date.now() + 5 * 60_000).toISOString()
    expect(await dueOrders(soon, 1000)).toContain(orderId)
  })
})

describe('a checkout that no longer holds', () => {
  async function refused(changes: (checkout: Checkout) => Partial<Checkout>, code: string) {
    const { cart, outcomes } = await pricedCart(shop.oats)
    const checkout = accepting(cart.id, outcomes)
    const tried = { ...checkout, ...changes(checkout) }
    await expect(placeOrder(tried)).rejects.toMatchObject({ code })
    expect((await getAccount(tried.contact.email)).orders).toEqual([])
  }

  test('is refused when its prices have run out', async () => {
    const now = Date.now()
    await refused(() => {
      vi.spyOn(Date, 'now').mockImplementation(() => now + 3 * 3_600_000)
      return {}
    }, 'quote_expired')
  })

  test('is refused for a quote that was tampered with', () =>
    refused(() => ({ quoteIds: [newId('quote')] }), 'cart_changed'))

  test('is refused for a quote of someone else’s cart', async () => {
    const other = await pricedCart(shop.oats)
    const { id } = quoteOf(other.outcomes, 'harbor-market')
    await refused(() => ({ quoteIds: [id] }), 'cart_changed')
  })

  test('is refused without a quote', () => refused(() => ({ quoteIds: [] }), 'cart_changed'))

  test('is refused for a cart that is empty or unknown', () =>
    refused(() => ({ cartId: newId('cart') }), 'cart_empty'))

  test('is refused for another address than was priced', async () => {
    await refused(() => ({ address: { ...address, postalCode: '10002' } }), 'destination_changed')
    await refused(() => ({ address: { ...address, region: 'CA' } }), 'destination_changed')
  })

  test('is refused without a usable payment', async () => {
    await refused(() => ({ payments: {} }), 'payment_missing')
    await refused(({ quoteIds }) => {
      const payments = { [quoteIds[0] ?? '']: { token: 'short', display: '' } }
      return { payments }
    }, 'payment_missing')
  })

  test('is refused at a retailer that lacks something, and for two that each sell the whole cart', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats, shop.beans)
    const lacking = accepting(cart.id, outcomes, 'greenline')
    await expect(placeOrder(lacking)).rejects.toMatchObject({ code: 'quote_incomplete' })
    const tea = await pricedCart(shop.tea)
    const short = accepting(tea.cart.id, tea.outcomes, 'parcel-and-pantry')
    await expect(placeOrder(short)).rejects.toMatchObject({ code: 'quote_incomplete' })
    const [one, two] = [
      accepting(cart.id, outcomes, 'harbor-market'),
      accepting(cart.id, outcomes, 'parcel-and-pantry'),
    ]
    const both = {
      ...one,
      quoteIds: [...one.quoteIds, ...two.quoteIds],
      payments: { ...one.payments, ...two.payments },
    }
    await expect(placeOrder(both)).rejects.toMatchObject({ code: 'quote_incomplete' })
  })

  test('is refused when the shopper changed the cart in another tab', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats)
    await openCart({ cartId: cart.id, changes: [adding(shop.oats)], destination })
    await expect(placeOrder(accepting(cart.id, outcomes))).rejects.toMatchObject({ code: 'cart_changed' })
    expect((await getCart(cart.id)).cart.lines).toHaveLength(1)
  })

  test('is refused at a retailer that was switched off', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats)
    await shop.register('harbor-market', { enabled: false })
    const placed = placeOrder(accepting(cart.id, outcomes))
    await expect(placed).rejects.toMatchObject({ code: 'retailer_disabled' })
    await shop.register('harbor-market')
  })
})

describe('an order', () => {
  test('shows to its visitor, its customer and who looked it up, and to nobody else', async () => {
    const { checkout, orderId } = await orderOats()
    const { visitorId, contact } = checkout
    expect((await getOrder({ orderId, visitorId })).id).toBe(orderId)
    expect((await getOrder({ orderId, email: contact.email.toUpperCase() })).id).toBe(orderId)
    expect((await getOrder({ orderId, seen: [orderId] })).id).toBe(orderId)
    const others = [
      { orderId },
      { orderId, visitorId: newId('visitor'), email: email(), seen: [newId('order')] },
      { orderId: newId('order'), visitorId },
      { orderId: 'ord_../../x', visitorId, seen: ['ord_../../x'] },
    ]
    for (const viewer of others) {
      await expect(getOrder(viewer)).rejects.toMatchObject({ code: 'not_found' })
      await expect(followOrder(viewer)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('is followed without anything personal', async () => {
    const { checkout, orderId } = await orderOats()
    const status = await followOrder({ orderId, visitorId: checkout.visitorId })
    expect(status.timeline[0]).toMatchObject({ step: 'submitted', status: 'done' })
    expect(JSON.stringify(status)).not.toContain(address.lastName)
  })

  test('belongs to the account of a signed-in buyer, whatever contact address is given', async () => {
    const signedInEmail = email()
    const { orderId } = await orderOats({ signedInEmail })
    expect((await getAccount(signedInEmail)).orders.map(order => order.id)).toEqual([orderId])
    expect((await getOrder({ orderId, email: signedInEmail })).signedIn).toBe(true)
  })

  test('is found by number and e-mail, both of which must fit', async () => {
    const { checkout, orderId } = await orderOats()
    const own = checkout.contact.email
    const number = orderNumber(orderId)
    expect(await findOrder({ number, email: own })).toBe(orderId)
    expect(await findOrder({ number: ` ${number.toLowerCase().replace('-', ' ')}`, email: own })).toBe(
      orderId,
    )
    await expect(findOrder({ number: 'ZZZZ-ZZZZ', email: own })).rejects.toMatchObject({ code: 'not_found' })
    await expect(findOrder({ number, email: email() })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('cannot be guessed: after ten tries a minute has to pass', async () => {
    const own = email()
    const tries = await Promise.allSettled(
      Array.from({ length: 25 }, () => findOrder({ number: '0000-0000', email: own })),
    )
    const codes = tries.map(each => each.status === 'rejected' && each.reason.code)
    expect(codes).toContain('too_many_requests')
    expect(codes.filter(code => code === 'not_found').length).toBeLessThanOrEqual(20)
  })
})
