import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '#lib/domain/address.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { money } from '#lib/domain/money.ts'
import { restShop } from '#lib/local/sandbox/rest-shop/shop.ts'
import { shops } from '#lib/local/sandbox/shop/shops.ts'
import type { Call, Purchase, QuoteRequest, RetailerAdapter } from '#lib/retailers/contract.ts'
import { verifyPayment, voidPayment } from '#lib/retailers/payment.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { type Sandbox, startSandbox } from '#tests/fixtures/sandbox.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox?.stop())

const destination = { country: 'US', region: 'NY', postalCode: '10001' } as const
const address: Address = {
  ...destination,
  firstName: 'Ada',
  lastName: 'Ferry',
  street: '12 Harbor Street',
  city: 'New York',
}
const call = (milliseconds = 60_000): Call => ({
  key: randomUUID(),
  signal: AbortSignal.timeout(milliseconds),
})
const card = { accepted: '4242424242424242', declined: '4000000000000002', declinedLater: '4000000000000341' }
const review = '4000000000003220'
const silent = '4000000000009979'

describe.each(['harbor-market', 'greenline', 'parcel-and-pantry', 'thistle'])('%s', id => {
  let adapter: RetailerAdapter
  let oats: string
  let beans: string
  const few = 3

  beforeEach(async () => {
    adapter = await adapterFor(sandbox.retailer(id))
    await sandbox.resetFaults(id)
    oats = `oats-${randomUUID()}`
    beans = `beans-${randomUUID()}`
    await sandbox.stock(id, { sku: oats, title: 'Oats', price: 649, available: 100 })
    await sandbox.stock(id, { sku: beans, title: 'Beans', price: 325, available: few })
  })

  const request = (quantities: { oats?: number; beans?: number; other?: number }): QuoteRequest => ({
    items: [
      { sku: 'MRM-OATS', retailerSku: oats, quantity: quantities.oats ?? 0 },
      { sku: 'MRM-BEANS', retailerSku: beans, quantity: quantities.beans ?? 0 },
      { sku: 'MRM-OTHER', retailerSku: 'never-heard-of', quantity: quantities.other ?? 0 },
    ].filter(item => item.quantity > 0),
    destination,
    currency: 'USD',
  })

  /** A quoted and prepared session, ready to be placed. */
  async function prepared(quantities = { oats: 2 } as Parameters<typeof request>[0], number = card.accepted) {
    const asked = request(quantities)
    const quote = await adapter.quote(asked, call())
    const purchase: Purchase = {
      reference: `ord_${randomUUID()}`,
      sessionId: quote.sessionId,
      items: asked.items,
      address,
      contact: { email: 'ada@example.com' },
      consents: { brand_marketing: true, brand_analytics: true, retailer_marketing: false },
      optionId: quote.selectedOptionId ?? '',
      total: quote.totals.total,
    }
    await adapter.prepare(purchase, call())
    const { token, display } = await sandbox.tokenize(number)
    const { reference, total } = purchase
    const payment = { orderId: reference, retailerId: id, token, display, amount: total }
    const order = { ...purchase, payment: { token, handlerId: 'sandpay' } }
    return { quote, purchase, payment, order }
  }

  async function verified(quantities?: Parameters<typeof request>[0], number?: string) {
    const all = await prepared(quantities, number)
    await verifyPayment({ payment: all.payment, ...call() })
    return all
  }

  it('takes its own discount code in any letters, says what it saves, and sells at that total', async () => {
    const shop = [...Object.values(shops), restShop].find(each => each.id === id)
    const code = shop?.discount.code ?? ''
    const asked = request({ oats: 6 })
    const full = await adapter.quote(asked, call())
    const quote = await adapter.quote({ ...asked, discountCode: code.toLowerCase() }, call())
    expect(quote.discount).toMatchObject({ accepted: true, code: code.toLowerCase() })
    expect(quote.discount?.saving.amount).toBeLessThan(0)
    expect(quote.totals.discount.amount).toBe(quote.discount?.saving.amount)
    expect(quote.totals.total.amount).toBeLessThan(full.totals.total.amount)
    const purchase: Purchase = {
      reference: `ord_${randomUUID()}`,
      sessionId: quote.sessionId,
      items: asked.items,
      address,
      contact: { email: 'ada@example.com' },
      consents: { brand_marketing: false, brand_analytics: false, retailer_marketing: false },
      optionId: quote.selectedOptionId ?? '',
      discountCode: code,
      total: quote.totals.total,
    }
    await adapter.prepare(purchase, call())
    const { discountCode: _, ...forgetful } = purchase
    await expect(adapter.prepare(forgetful, call())).rejects.toMatchObject({ code: 'total_changed' })
  })

  it('says that it does not take a code, and asks the full price', async () => {
    const asked = request({ oats: 6 })
    const quote = await adapter.quote({ ...asked, discountCode: 'NOSUCHCODE' }, call())
    expect(quote.discount).toEqual({ accepted: false, code: 'NOSUCHCODE', saving: money(0, 'USD') })
    expect(quote.totals.discount.amount).toBe(0)
    expect(quote.notices.join()).not.toContain('NOSUCHCODE')
  })

  it('quotes every part of the cost, and the parts add up', async () => {
    const quote = await adapter.quote(request({ oats: 2, beans: 3 }), call())
    expect(quote.lines).toEqual([
      {
        sku: 'MRM-OATS',
        requested: 2,
        available: 2,
        unitPrice: money(649, 'USD'),
        total: money(1298, 'USD'),
      },
      {
        sku: 'MRM-BEANS',
        requested: 3,
        available: 3,
        unitPrice: money(325, 'USD'),
        total: money(975, 'USD'),
      },
    ])
    const { items, discount, fulfilment, tax, fees, total } = quote.totals
    expect(items.amount).toBe(2273)
    expect(tax.amount).toBeGreaterThan(0)
    expect(items.amount + discount.amount + fulfilment.amount + tax.amount + fees.amount).toBe(total.amount)
    expect(quote.options.length).toBeGreaterThan(1)
    expect(quote.options.map(option => option.id)).toContain(quote.selectedOptionId)
    for (const option of quote.options) expect(Date.parse(option.latest ?? '')).toBeGreaterThan(Date.now())
    expect(Date.parse(quote.expiresAt)).toBeGreaterThan(Date.now())
  })

  it('says which lines are missing and which are short, and asks for neither', async () => {
    const quote = await adapter.quote(request({ oats: 1, beans: 10, other: 2 }), call())
    expect(quote.lines.map(line => [line.requested, line.available])).toEqual([
      [1, 1],
      [10, few],
      [2, 0],
    ])
    expect(quote.lines[2]?.unitPrice).toBeUndefined()
    expect(quote.totals.items.amount).toBe(649 + few * 325)
  })

  it('quotes nothing but missing lines where it has none of them', async () => {
    const quote = await adapter.quote(request({ other: 2 }), call())
    expect(quote.lines).toEqual([{ sku: 'MRM-OTHER', requested: 2, available: 0 }])
    expect(quote.totals.total.amount).toBe(0)
  })

  it('takes loyalty into account only for a number it knows', async () => {
    const { loyalty } = sandbox.retailer(id)
    const asked = { ...request({ oats: 4 }) }
    const without = await adapter.quote(asked, call())
    const member = await adapter.quote({ ...asked, loyaltyId: loyalty?.example }, call())
    expect(without.loyalty).toBeUndefined()
    expect(member.loyalty?.accepted).toBe(true)
    expect(member.loyalty?.saving.amount).toBeLessThan(0)
    expect(member.totals.discount).toEqual(member.loyalty?.saving)
    expect(member.totals.total.amount).toBeLessThan(without.totals.total.amount)
    const stranger = await adapter.quote({ ...asked, loyaltyId: 'nonsense' }, call())
    expect(stranger.loyalty).toEqual({ accepted: false, saving: money(0, 'USD') })
    expect(stranger.totals.total).toEqual(without.totals.total)
  })

  it('changes the total with the way of delivery', async () => {
    const asked = request({ oats: 1 })
    const quote = await adapter.quote(asked, call())
    const other = quote.options.find(option => option.id !== quote.selectedOptionId)
    const { sessionId } = quote
    const changed = await adapter.selectOption({ ...asked, sessionId, optionId: other?.id ?? '' }, call())
    expect(changed.sessionId).toBe(quote.sessionId)
    expect(changed.selectedOptionId).toBe(other?.id)
    expect(changed.totals.fulfilment).toEqual(other?.price)
    await expect(
      adapter.selectOption({ ...asked, sessionId, optionId: 'by-whale' }, call()),
    ).rejects.toMatchObject({
      code: 'retailer_refused',
    })
  })

  it('gives the same session for the same key', async () => {
    const same = call()
    const first = await adapter.quote(request({ oats: 1 }), same)
    const second = await adapter.quote(request({ oats: 1 }), same)
    expect(second.sessionId).toBe(first.sessionId)
    await expect(adapter.quote(request({ oats: 2 }), same)).rejects.toMatchObject({
      code: 'retailer_refused',
    })
  })

  it('stops where the total is not the accepted one', async () => {
    const { purchase, order } = await prepared()
    await sandbox.faults(id, { surcharge: 150 })
    await expect(adapter.prepare(purchase, call())).rejects.toMatchObject({ code: 'total_changed' })
    await expect(adapter.place(order, call())).rejects.toMatchObject({ code: 'total_changed' })
    expect(await sandbox.orders(id, purchase.reference)).toEqual([])
  })

  it('stops where a line ran short after the quote', async () => {
    const { purchase } = await prepared({ oats: 2, beans: 2 })
    await sandbox.stock(id, { sku: beans, title: 'Beans', price: 325, available: 1 })
    await expect(adapter.prepare(purchase, call())).rejects.toMatchObject({ code: 'out_of_stock' })
  })

  it('holds stock, once, and gives it back on release', async () => {
    const { order } = await prepared({ beans: 2 })
    const hold = await adapter.reserve(order.sessionId, call())
    const again = await adapter.reserve(order.sessionId, call())
    expect(again.holdId).toBe(hold.holdId)
    expect(Date.parse(hold.expiresAt)).toBeGreaterThan(Date.now())
    expect(await sandbox.available(id, beans)).toBe(few - 2)
    await adapter.release(order.sessionId, hold.holdId, call())
    await adapter.release(order.sessionId, hold.holdId, call())
    expect(await sandbox.available(id, beans)).toBe(few)
  })

  it('holds nothing that it does not have', async () => {
    const one = await prepared({ beans: 2 })
    const other = await prepared({ beans: 2 })
    await adapter.reserve(one.order.sessionId, call())
    await expect(adapter.reserve(other.order.sessionId, call())).rejects.toMatchObject({
      code: 'out_of_stock',
    })
  })

  it('lets a hold lapse by itself', async () => {
    await sandbox.faults(id, { holdSeconds: 0.3 })
    const { order } = await prepared({ beans: 2 })
    await adapter.reserve(order.sessionId, call())
    await until(async () => (await sandbox.available(id, beans)) === few)
    expect((await sandbox.holds(id)).filter(hold => hold.sessionId === order.sessionId)).toEqual([])
  })

  it('sells what it holds, once, however often it is told', async () => {
    const { order, purchase } = await verified({ beans: 2 })
    await adapter.reserve(order.sessionId, call())
    const key = call()
    const placed = await adapter.place(order, key)
    if (placed.status !== 'placed') throw new Error(placed.status)
    const again = await adapter.place(order, key)
    const withOtherKey = await adapter.place(order, call())
    for (const answer of [again, withOtherKey]) {
      expect(answer).toMatchObject({ status: 'placed', order: { id: placed.order.id } })
    }
    expect(placed.order.total).toEqual(purchase.total)
    const orders = await sandbox.orders(id, purchase.reference)
    expect(orders).toMatchObject([
      { id: placed.order.id, number: placed.order.number, total: purchase.total.amount, marketing: false },
    ])
    expect(await sandbox.charges(purchase.reference)).toMatchObject([
      { status: 'captured', amount: purchase.total.amount, merchant: id },
    ])
    expect(await sandbox.available(id, beans)).toBe(few - 2)
    const { order: known } = await adapter.getOrder(placed.order.id, call())
    expect(known).toMatchObject({
      number: placed.order.number,
      status: 'processing',
      total: purchase.total,
    })
  })

  it('moves an order on to shipped and delivered', async () => {
    await sandbox.faults(id, { shipAfterSeconds: 0.4 })
    const { order } = await verified()
    const placed = await adapter.place(order, call())
    if (placed.status !== 'placed') throw new Error(placed.status)
    const seen = new Set<string>()
    await until(async () => {
      const { status } = (await adapter.getOrder(placed.order.id, call())).order
      seen.add(status)
      return status === 'delivered'
    })
    expect([...seen].at(-1)).toBe('delivered')
    expect(seen.has('shipped')).toBe(true)
  })

  it('makes one order of two purchases at the same moment', async () => {
    const { order, purchase } = await verified()
    const answers = await Promise.all([adapter.place(order, call()), adapter.place(order, call())])
    const final = await adapter.getSession(order.sessionId, call())
    expect(final.status).toBe('placed')
    expect(answers.map(answer => answer.status)).toContain('placed')
    expect(await sandbox.orders(id, purchase.reference)).toHaveLength(1)
    expect(await sandbox.charges(purchase.reference)).toHaveLength(1)
  })

  it('says that a card was declined, keeps nothing, and sells with another card', async () => {
    const { order, purchase } = await verified({ beans: 2 }, card.declinedLater)
    expect(await adapter.place(order, call())).toEqual({ status: 'declined' })
    expect(await sandbox.available(id, beans)).toBe(few)
    expect(await sandbox.orders(id, purchase.reference)).toEqual([])
    const { token, display } = await sandbox.tokenize(card.accepted)
    const payment = { orderId: purchase.reference, retailerId: id, token, display, amount: purchase.total }
    await verifyPayment({ payment, ...call() })
    const second = await adapter.place({ ...order, payment: { token, handlerId: 'sandpay' } }, call())
    expect(second.status).toBe('placed')
  })

  it('says that stock ran out, and charges nothing', async () => {
    const { order, purchase } = await verified({ beans: 2 })
    await sandbox.stock(id, { sku: beans, title: 'Beans', price: 325, available: 1 })
    expect(await adapter.place(order, call())).toEqual({ status: 'out_of_stock' })
    expect(await sandbox.charges(purchase.reference)).toEqual([])
    expect(await adapter.getSession(order.sessionId, call())).toEqual({ status: 'open' })
  })

  it('sends the shopper to its own page when it must', async () => {
    const { order } = await verified()
    await sandbox.faults(id, { escalate: 1 })
    const answer = await adapter.place(order, call())
    if (answer.status !== 'escalate') throw new Error(answer.status)
    expect(await (await fetch(answer.url)).text()).toContain('Please confirm')
    await fetch(`${answer.url}/confirm`, { method: 'POST' })
    expect((await adapter.place(order, call())).status).toBe('placed')
  })

  it('cancels a session, harmlessly when repeated, and gives its stock back', async () => {
    const { order } = await prepared({ beans: 2 })
    await adapter.reserve(order.sessionId, call())
    await adapter.cancelSession(order.sessionId, call())
    await adapter.cancelSession(order.sessionId, call())
    expect(await adapter.getSession(order.sessionId, call())).toEqual({ status: 'cancelled' })
    expect(await sandbox.available(id, beans)).toBe(few)
    await expect(adapter.place(order, call())).rejects.toMatchObject({ code: 'quote_expired' })
  })

  it('does not cancel what it has sold', async () => {
    const { order } = await verified()
    await adapter.place(order, call())
    await expect(adapter.cancelSession(order.sessionId, call())).rejects.toMatchObject({
      code: 'retailer_refused',
    })
  })

  it('no longer knows a price that has run out', async () => {
    await sandbox.faults(id, { sessionSeconds: 0.2 })
    const quote = await adapter.quote(request({ oats: 1 }), call())
    await new Promise(resolve => setTimeout(resolve, 250))
    const { sessionId, selectedOptionId = '' } = quote
    await expect(
      adapter.selectOption({ ...request({ oats: 1 }), sessionId, optionId: selectedOptionId }, call()),
    ).rejects.toMatchObject({ code: 'quote_expired' })
    expect(await adapter.getSession('ses_unknown', call())).toEqual({ status: 'gone' })
  })

  it.each(['dropAfterEffect', 'truncateAfterEffect'])('leaves an answer lost by %s open', async fault => {
    const { order, purchase } = await verified()
    await sandbox.faults(id, { [fault]: 1, operations: ['complete'] })
    const key = call()
    expect(await adapter.place(order, key)).toEqual({ status: 'unknown' })
    const session = await adapter.getSession(order.sessionId, call())
    if (session.status !== 'placed') throw new Error(session.status)
    const { number } = session.order
    expect(await adapter.place(order, key)).toMatchObject({ status: 'placed', order: { number } })
    expect(await sandbox.orders(id, purchase.reference)).toHaveLength(1)
  })

  it('leaves a purchase answered with 503 open, and sells it when asked again', async () => {
    const { order, purchase } = await verified()
    await sandbox.faults(id, { failNext: 1, failStatus: 503, operations: ['complete'] })
    const key = call()
    expect(await adapter.place(order, key)).toEqual({ status: 'unknown' })
    expect(await adapter.getSession(order.sessionId, call())).toEqual({ status: 'open' })
    expect((await adapter.place(order, key)).status).toBe('placed')
    expect(await sandbox.orders(id, purchase.reference)).toHaveLength(1)
  })

  it('makes one order of a purchase delivered twice', async () => {
    const { order, purchase } = await verified({ beans: 2 })
    await sandbox.faults(id, { duplicate: 1, operations: ['complete'] })
    expect((await adapter.place(order, call())).status).toBe('placed')
    expect(await sandbox.orders(id, purchase.reference)).toHaveLength(1)
    expect(await sandbox.available(id, beans)).toBe(few - 2)
  })

  it('is slow when it does not answer in time, and unreachable when it fails', async () => {
    await sandbox.faults(id, { delayMilliseconds: 2000 })
    await expect(adapter.quote(request({ oats: 1 }), call(100))).rejects.toMatchObject({
      code: 'retailer_slow',
    })
    await sandbox.faults(id, { delayMilliseconds: 0, failNext: 1, failStatus: 500 })
    await expect(adapter.quote(request({ oats: 1 }), call())).rejects.toMatchObject({
      code: 'retailer_unreachable',
    })
    await sandbox.faults(id, { dropAfterEffect: 1 })
    await expect(adapter.quote(request({ oats: 1 }), call())).rejects.toMatchObject({
      code: 'retailer_unreachable',
    })
  })

  it('says what it asks for articles and whether it has them', async () => {
    await sandbox.stock(id, { sku: `${beans}-none`, title: 'None', price: 100, available: 0 })
    const items = [oats, beans, `${beans}-none`, 'never-heard-of'].map((retailerSku, index) => ({
      sku: `MRM-${index}`,
      slug: 'marram',
      retailerSku,
    }))
    const offers = await adapter.lookup(items, call())
    expect(offers).toMatchObject([
      { sku: 'MRM-0', slug: 'marram', retailerId: id, price: money(649, 'USD'), availability: 'in_stock' },
      { sku: 'MRM-1', availability: 'low_stock' },
      { sku: 'MRM-2', availability: 'out_of_stock' },
    ])
  })
})

describe('under load and after a crash', () => {
  const id = 'harbor-market'
  const items = (retailerSku: string) => [{ sku: 'MRM-RARE', retailerSku, quantity: 1 }]

  /** A session with its buyer and a verified payment: all but the sale. */
  async function ready(adapter: RetailerAdapter, retailerSku: string) {
    const quote = await adapter.quote({ items: items(retailerSku), destination, currency: 'USD' }, call())
    const purchase: Purchase = {
      reference: `ord_${randomUUID()}`,
      sessionId: quote.sessionId,
      items: items(retailerSku),
      address,
      contact: { email: 'ada@example.com' },
      consents: { brand_marketing: false, brand_analytics: false, retailer_marketing: true },
      optionId: quote.selectedOptionId ?? '',
      total: quote.totals.total,
    }
    await adapter.prepare(purchase, call())
    const { token, display } = await sandbox.tokenize(card.accepted)
    const { reference, total } = purchase
    await verifyPayment({
      payment: { orderId: reference, retailerId: id, token, display, amount: total },
      ...call(),
    })
    return { ...purchase, payment: { token, handlerId: 'sandpay' } }
  }

  it('sells exactly 50 of 50 to 100 shoppers at once, held before or not', { timeout: 120_000 }, async () => {
    const sku = `rare-${randomUUID()}`
    await sandbox.stock(id, { sku, title: 'Rare', price: 1000, available: 50 })
    const adapter = await adapterFor(sandbox.retailer(id))
    // Nothing is held yet, so each of the hundred is told that it can have one.
    const orders = await Promise.all(Array.from({ length: 100 }, () => ready(adapter, sku)))
    const answers = await Promise.all(
      orders.map(async (order, index) => {
        try {
          if (index % 2 === 0) await adapter.reserve(order.sessionId, call())
        } catch (error) {
          return isDomainError(error, 'out_of_stock') ? 'out_of_stock' : 'broken'
        }
        return (await adapter.place(order, call())).status
      }),
    )
    expect(answers.filter(answer => answer === 'placed')).toHaveLength(50)
    expect(answers.filter(answer => answer === 'out_of_stock')).toHaveLength(50)
    expect(await sandbox.available(id, sku)).toBe(0)
    const sessions = new Set(orders.map(order => order.sessionId))
    expect((await sandbox.holds(id)).filter(hold => sessions.has(hold.sessionId))).toEqual([])
  })

  it('keeps sessions, holds and orders through kill -9', async () => {
    const sku = `kept-${randomUUID()}`
    await sandbox.stock(id, { sku, title: 'Kept', price: 1000, available: 5 })
    const adapter = await adapterFor(sandbox.retailer(id))
    const order = await ready(adapter, sku)
    await adapter.place(order, call())
    const quote = await adapter.quote({ items: items(sku), destination, currency: 'USD' }, call())
    const hold = await adapter.reserve(quote.sessionId, call())
    await sandbox.killAndRestart(id)
    expect(await adapter.reserve(quote.sessionId, call())).toEqual(hold)
    expect(await sandbox.available(id, sku)).toBe(3)
    expect(await sandbox.orders(id, order.reference)).toHaveLength(1)
  })

  it('finishes the sale in whose middle it was killed, with one order and one charge', {
    timeout: 120_000,
  }, async () => {
    const sku = `cut-${randomUUID()}`
    await sandbox.stock(id, { sku, title: 'Cut', price: 1000, available: 5 })
    const adapter = await adapterFor(sandbox.retailer(id))
    const order = await ready(adapter, sku)
    await adapter.reserve(order.sessionId, call())
    await sandbox.faults('sandpay', { delayMilliseconds: 1500, operations: ['charge'] })
    const cut = adapter.place(order, call())
    await until(async () => (await adapter.getSession(order.sessionId, call())).status === 'in_progress')
    await sandbox.killAndRestart(id)
    expect(await cut).toEqual({ status: 'unknown' })
    await sandbox.resetFaults('sandpay')
    const session = await until(async () => {
      const now = await adapter.getSession(order.sessionId, call())
      return now.status === 'placed' && now
    })
    expect(await sandbox.orders(id, order.reference)).toMatchObject([{ id: session.order.id }])
    expect(await sandbox.charges(order.reference)).toHaveLength(1)
    expect(await sandbox.available(id, sku)).toBe(4)
  })
})

describe('the payment processor', () => {
  async function paymentWith(number: string) {
    const { token, display } = await sandbox.tokenize(number)
    const orderId = `ord_${randomUUID()}`
    return { orderId, retailerId: 'greenline', token, display, amount: money(1234, 'USD') }
  }

  it('verifies a token for one amount and one order', async () => {
    const payment = await paymentWith(card.accepted)
    expect(payment.display).toBe('Visa ending 4242')
    expect(await verifyPayment({ payment, ...call() })).toBe('verified')
    expect(await verifyPayment({ payment, ...call() })).toBe('verified')
    const dearer = { ...payment, amount: money(9999, 'USD') }
    await expect(verifyPayment({ payment: dearer, ...call() })).rejects.toMatchObject({
      code: 'payment_declined',
    })
  })

  it('declines, and says so again', async () => {
    const payment = await paymentWith(card.declined)
    for (const _ of [1, 2]) {
      await expect(verifyPayment({ payment, ...call() })).rejects.toMatchObject({ code: 'payment_declined' })
    }
  })

  it('reviews for a while, then verifies under the same key', async () => {
    const payment = await paymentWith(review)
    const { key } = call()
    const ask = () => verifyPayment({ payment, key, signal: AbortSignal.timeout(5000) })
    await expect(ask()).rejects.toMatchObject({ code: 'payment_in_review' })
    expect(await until(() => ask().catch(() => false as const))).toBe('verified')
  })

  it('is unreachable when it does not answer', async () => {
    const payment = await paymentWith(silent)
    await expect(verifyPayment({ payment, ...call(200) })).rejects.toMatchObject({
      code: 'payment_unreachable',
    })
  })

  it('makes a voided token worthless', async () => {
    const payment = await paymentWith(card.accepted)
    await verifyPayment({ payment, ...call() })
    await voidPayment({ payment, ...call() })
    await voidPayment({ payment, ...call() })
    await expect(verifyPayment({ payment, ...call() })).rejects.toMatchObject({ code: 'payment_declined' })
  })
})
