import { expect, test } from '@playwright/test'
import { listHandoffCounts } from '#lib/data/handoffs.ts'
import { add, offer, openCart } from '#tests/e2e/support/basket.ts'
import { oats } from '#tests/e2e/support/shopper.ts'

/** How many carts were handed to the shop today. */
async function handedOver(): Promise<number> {
  const today = new Date().toISOString().slice(0, 10)
  const [count] = await listHandoffCounts('bayleaf', { from: today, to: today })
  return count?.carts ?? 0
}

for (const cart of ['/cart', '/cart/plain'])
  test(`a cart is handed from ${cart} to a shop that sells on its own site: counted, and not ordered`, async ({
    page,
  }) => {
    const before = await handedOver()
    await add(page, oats.slug, 3)
    await openCart(page)
    await page.goto(cart)
    const card = offer(page, 'Bayleaf')
    await expect(card).toContainText('Price on its site')
    await expect(card).toContainText('Takes your whole cart.')
    await card.getByRole('link', { name: 'Buy at Bayleaf’s own site' }).click()
    await expect(page.getByRole('heading', { name: 'Your basket' })).toBeVisible()
    expect(new URL(page.url()).searchParams.get('partner')).toBe('marram')
    await expect(page.getByRole('row', { name: new RegExp(oats.name) })).toContainText('3')
    expect(await handedOver()).toBeGreaterThan(before)
    // An order would have emptied the cart.
    await page.goto('/cart')
    await expect(page.getByRole('link', { name: oats.name }).first()).toBeVisible()
  })

test('the way to another shop opens from our own pages only', async ({ page, request }) => {
  await add(page, oats.slug)
  await openCart(page)
  const stranger = await request.get('/api/handoffs/bayleaf', { maxRedirects: 0 })
  expect(stranger.status()).toBe(303)
  expect(stranger.headers().location).toMatch(/\/cart$/)
  const elsewhere = await page.request.get('/api/handoffs/bayleaf', {
    maxRedirects: 0,
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(elsewhere.headers().location).toMatch(/\/cart$/)
})
