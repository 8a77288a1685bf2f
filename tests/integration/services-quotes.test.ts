import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { getCart } from '#lib/data/carts.ts'
import { getListing, saveListing } from '#lib/data/listings.ts'
import { listRetailers as listRegistry } from '#lib/data/retailers.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import { isComplete, rankOutcomes } from '#lib/domain/quote.ts'
import { changeCart } from '#lib/services/change-cart.ts'
import { getProduct } from '#lib/services/get-product.ts'
import { mergeCart } from '#lib/services/merge-cart.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { refreshOffers } from '#lib/services/refresh-offers.ts'
import { selectFulfilment } from '#lib/services/select-fulfilment.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { adding, destination, pricedCart, quoteOf, type Shop, startShop } from '#tests/fixtures/shop.ts'

vi.hoisted(() => {
  process.env.TABLE_NAME = 'services-quotes'
})

const ids = ['harbor-market', 'greenline', 'parcel-and-pantry']
let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop?.stop())
afterEach(async () => {
  for (const id of ids) {
    await shop.sandbox.resetFaults(id)
    await shop.register(id)
  }
})

describe('a comparison', () => {
  test('says what the cart costs at each retailer and what each lacks', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats, shop.beans, shop.tea)
    expect(outcomes.map(outcome => outcome.retailerId)).toEqual(ids)
    const missing = (id: string) =>
      quoteOf(outcomes, id)
        .lines.filter(line => line.available < line.requested)
        .map(line => `${line.sku} ${line.available}/${line.requested}`)
    expect(missing('harbor-market')).toEqual([])
    expect(missing('greenline')).toEqual(['BEANS-450 0/2'])
    expect(missing('parcel-and-pantry')).toEqual(['TEA-450 1/2'])
    for (const id of ids) {
      const quote = quoteOf(outcomes, id)
      const { total, ...parts } = quote.totals
      expect(Object.values(parts).reduce((sum, part) => sum + part.amount, 0)).toBe(total.amount)
      expect(quote).toMatchObject({ cartId: cart.id, cartVersion: cart.version, destination })
      expect(quote.lines).toHaveLength(3)
    }
    expect(rankOutcomes(outcomes, 'total')[0]?.retailerId).toBe('harbor-market')
  })

  test('takes three DynamoDB requests, for one line and for twenty, for one retailer and for three', async () => {
    await listRegistry()
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, index) => shop.sell(`many-${index}`, { greenline: { price: 400 } })),
    )
    const three = ['Query', 'BatchGetItem', 'TransactWriteItems']
    expect((await requestsOf(client, () => pricedCart(shop.oats))).commands).toEqual(three)
    expect((await requestsOf(client, () => pricedCart(...many))).commands).toEqual(three)
    for (const id of ids) await shop.register(id, { enabled: id === 'greenline' })
    await listRegistry()
    expect((await requestsOf(client, () => pricedCart(...many))).commands).toEqual(three)
  })

  test('names a slow retailer as slow and does not wait for it', async () => {
    await shop.register('greenline', { quoteDeadline: 0.5 })
    await shop.sandbox.faults('greenline', { delayMilliseconds: 60_000 })
    const { outcomes } = await pricedCart(shop.oats)
    expect(outcomes[1]).toEqual({
      status: 'unavailable',
      retailerId: 'greenline',
      reason: 'retailer_slow',
    })
    expect(isComplete(quoteOf(outcomes, 'harbor-market'))).toBe(true)
    expect(isComplete(quoteOf(outcomes, 'parcel-and-pantry'))).toBe(true)
  })

  test('names a broken retailer as unreachable, and asks it again next time', async () => {
    await shop.sandbox.faults('greenline', { failNext: 1, failStatus: 500 })
    const { cart, outcomes } = await pricedCart(shop.oats)
    expect(outcomes[1]).toMatchObject({ reason: 'retailer_unreachable' })
    const again = await openCart({ cartId: cart.id, changes: [], destination })
    expect(quoteOf(again.outcomes, 'greenline').cartVersion).toBe(cart.version)
  })

  test('is not asked for again while it holds, and is once anything differs', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats)
    const open = (changes = {}) => openCart({ cartId: cart.id, changes: [], destination, ...changes })
    const { commands } = await requestsOf(client, async () => {
      expect((await open()).outcomes).toEqual(outcomes)
    })
    expect(commands).toEqual(['Query'])
    const elsewhere = { ...destination, postalCode: '10002' }
    const moved = await open({ destination: elsewhere })
    expect(quoteOf(moved.outcomes, 'greenline').destination).toEqual(elsewhere)
    const changed = await open({ changes: [adding(shop.oats)], destination: elsewhere })
    expect(quoteOf(changed.outcomes, 'greenline').id).not.toBe(quoteOf(moved.outcomes, 'greenline').id)
    expect(quoteOf(changed.outcomes, 'greenline').cartVersion).toBe(cart.version + 1)
  })

  test('is asked for again before it runs out', async () => {
    await shop.sandbox.faults('harbor-market', { sessionSeconds: 60 })
    const { cart, outcomes } = await pricedCart(shop.oats)
    const id = quoteOf(outcomes, 'harbor-market').id
    const content = await openCart({ cartId: cart.id, changes: [], destination, quote: false })
    expect(quoteOf(content.outcomes, 'harbor-market').id).toBe(id)
    const fresh = await openCart({ cartId: cart.id, changes: [], destination })
    expect(quoteOf(fresh.outcomes, 'harbor-market').id).not.toBe(id)
  })

  test('counts a loyalty id at its own retailer, and says when it was not accepted', async () => {
    const { cart } = await pricedCart(shop.oats)
    const example = shop.sandbox.retailer('harbor-market').loyalty?.example ?? ''
    const loyaltyIds = { 'harbor-market': example, greenline: 'not-a-number' }
    const { outcomes } = await openCart({ cartId: cart.id, changes: [], destination, loyaltyIds })
    expect(quoteOf(outcomes, 'harbor-market').loyalty?.accepted).toBe(true)
    expect(quoteOf(outcomes, 'harbor-market').loyalty?.saving.amount).toBeLessThan(0)
    expect(quoteOf(outcomes, 'greenline').loyalty).toMatchObject({ accepted: false, saving: { amount: 0 } })
    expect(quoteOf(outcomes, 'parcel-and-pantry').loyalty).toBeUndefined()
  })

  test('leaves out a retailer that is switched off', async () => {
    await shop.register('greenline', { enabled: false })
    const { outcomes } = await pricedCart(shop.oats)
    expect(outcomes.map(outcome => outcome.retailerId)).toEqual(['harbor-market', 'parcel-and-pantry'])
  })
})

describe('another delivery option', () => {
  test('has its own total, under a new quote', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats)
    const quote = quoteOf(outcomes, 'parcel-and-pantry')
    const other = quote.options.find(option => option.id !== quote.selectedOptionId)
    const choice = { cartId: cart.id, quoteId: quote.id, optionId: other?.id ?? '' }
    const chosen = await selectFulfilment(choice)
    expect(chosen.selectedOptionId).toBe(other?.id)
    expect(chosen.totals.fulfilment).toEqual(other?.price)
    expect(chosen.totals.total).not.toEqual(quote.totals.total)
    expect(quoteOf((await getCart(cart.id)).outcomes, 'parcel-and-pantry')).toEqual(chosen)
    await expect(selectFulfilment(choice)).rejects.toMatchObject({ code: 'cart_changed' })
  })

  test('must be one of those offered, of a quote of this cart', async () => {
    const { cart, outcomes } = await pricedCart(shop.oats)
    const { id: quoteId, options } = quoteOf(outcomes, 'greenline')
    const optionId = options[0]?.id ?? ''
    await expect(selectFulfilment({ cartId: cart.id, quoteId, optionId: 'teleport' })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'optionId',
    })
    await expect(selectFulfilment({ cartId: newId('cart'), quoteId, optionId })).rejects.toMatchObject({
      code: 'cart_changed',
    })
  })
})

describe('changes', () => {
  test('sent twice count once, in turn and at the same moment', async () => {
    const cartId = newId('cart')
    const changes = [adding(shop.oats, 2)]
    await Promise.all([1, 2, 3].map(() => changeCart(cartId, changes)))
    const { cart } = await openCart({ cartId, changes, destination })
    expect(cart.lines.map(line => line.quantity)).toEqual([2])
  })

  test('from several tabs at once all count', async () => {
    const cartId = newId('cart')
    await Promise.all([1, 2, 3, 4].map(quantity => changeCart(cartId, [adding(shop.oats, quantity)])))
    const { cart } = await getCart(cartId)
    expect(cart.lines.map(line => line.quantity)).toEqual([10])
    expect(cart.version).toBe(4)
  })

  test('that cannot be made are named and leave the cart alone', async () => {
    const { cart } = await pricedCart(shop.oats)
    const draft = await shop.sell('draft', { greenline: { price: 100 } })
    await saveListing({ ...draft, status: 'draft' }, 1)
    const unknown = { ...adding(shop.oats), sku: 'NEVER-HEARD-OF' }
    const { cart: after, dropped } = await changeCart(cart.id, [
      unknown,
      { ...adding(shop.oats), slug: 'never-heard-of' },
      adding(draft),
    ])
    expect(dropped.map(each => each.code)).toEqual(Array(3).fill('unknown_product'))
    expect(after).toEqual(cart)
  })

  test('made as a guest join the customer’s cart once', async () => {
    const [guest, own] = [newId('cart'), newId('cart')]
    await changeCart(guest, [adding(shop.oats, 2), adding(shop.beans, 1)])
    await changeCart(own, [adding(shop.oats, 3)])
    await mergeCart({ from: guest, to: own })
    const merged = await mergeCart({ from: guest, to: own })
    expect(merged.lines.map(line => `${line.slug} ${line.quantity}`)).toEqual(['oats 5', 'beans 1'])
    expect((await getCart(guest)).cart.lines).toEqual([])
    expect((await mergeCart({ from: own, to: own })).lines).toHaveLength(2)
  })
})

describe('a refresh of offers', () => {
  test('keeps what each retailer asks now, and the last word of one that does not answer', async () => {
    const prices = async () =>
      Object.fromEntries(
        (await getListing('oats'))?.offers.map(offer => [offer.retailerId, offer.price.amount]) ?? [],
      )
    await refreshOffers()
    expect(await prices()).toEqual({ 'harbor-market': 649, greenline: 799, 'parcel-and-pantry': 599 })
    for (const id of ['harbor-market', 'greenline']) {
      await shop.sandbox.stock(id, { sku: `${id}-oats`, title: 'oats', price: 555, available: 9 })
    }
    await shop.sandbox.faults('greenline', { failNext: 1, failStatus: 503 })
    const { listings, changed } = await refreshOffers()
    expect(listings).toBeGreaterThan(2)
    expect(changed).toBe(1)
    expect(await prices()).toEqual({ 'harbor-market': 555, greenline: 799, 'parcel-and-pantry': 599 })
  })
})

describe('what nobody has', () => {
  const nowhere = { 'harbor-market': { price: 500, available: 0 }, greenline: { price: 550, available: 0 } }

  test('comes with the brand’s own substitutes that somebody has, nearest in price', async () => {
    const gone = await shop.sell('gone', nowhere)
    await shop.sell('gone-too', nowhere)
    await saveListing({ ...gone, substitutes: ['oats', 'gone-too', 'beans'] }, 1)
    await refreshOffers()
    const { cart, shortages } = await pricedCart(gone, shop.tea)
    expect(shortages.map(each => each.sku)).toEqual(['GONE-450'])
    expect(shortages[0]?.substitutes.map(each => each.slug)).toEqual(['oats', 'beans'])
    expect((await getCart(cart.id)).shortages).toEqual(shortages)
    expect((await getProduct('gone')).shortages).toEqual(shortages)
    expect((await getProduct('oats')).shortages).toEqual([])
  })

  test('is not claimed while a retailer has not answered', async () => {
    const silent = await shop.sell('silent', nowhere)
    await shop.sandbox.faults('parcel-and-pantry', { failNext: 1, failStatus: 503 })
    const oats = await pricedCart(silent, shop.oats)
    expect(oats.shortages).toEqual([])
  })
})
