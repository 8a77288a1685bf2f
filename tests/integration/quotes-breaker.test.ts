import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openCart } from '#lib/services/open-cart.ts'
import { adding, destination, pricedCart, type Shop, startShop } from '#tests/fixtures/shop.ts'

vi.hoisted(() => {
  process.env.TABLE_NAME = 'quotes-breaker'
})

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop?.stop())

test('a retailer that keeps failing is said not to answer without being asked; the others go on', async () => {
  await shop.sandbox.faults('greenline', { failNext: 1000, failStatus: 503 })
  const { cart } = await pricedCart(shop.oats)
  const price = async () => {
    const opened = await openCart({ cartId: cart.id, changes: [adding(shop.oats)], destination })
    return opened.outcomes
  }
  for (let time = 0; time < 5; time++) await price()
  const asked = await shop.sandbox.faults('greenline', {})
  const outcomes = await price()
  expect(outcomes.find(({ retailerId }) => retailerId === 'greenline')).toEqual({
    status: 'unavailable',
    retailerId: 'greenline',
    reason: 'retailer_unreachable',
  })
  expect(outcomes.filter(({ status }) => status === 'quoted')).toHaveLength(2)
  // Not one more of the prepared failures was used up.
  expect(await shop.sandbox.faults('greenline', {})).toEqual(asked)
})
