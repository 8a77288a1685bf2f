import { expect, test } from '@playwright/test'
import { add, offer, openCart } from '#tests/e2e/support/basket.ts'
import { signInAs } from '#tests/e2e/support/people.ts'
import { oats } from '#tests/e2e/support/shopper.ts'

for (const cart of ['/cart', '/cart/plain'])
  test(`a cart is handed from ${cart} to a shop that sells on its own site, and no order is made`, async ({
    page,
  }) => {
    await signInAs(page, 'Ada')
    const orders = await page.getByRole('link', { name: /ord|Order/ }).count()
    await add(page, oats.slug, 3)
    await openCart(page)
    await page.goto(cart)
    const card = offer(page, 'Bayleaf')
    await expect(card).toContainText('Price on its site')
    await expect(card).toContainText('Takes your whole cart.')
    await card.getByRole('link', { name: /Buy at Bayleaf’s own site/ }).click()
    await expect(page.getByRole('heading', { name: 'Your basket' })).toBeVisible()
    expect(new URL(page.url()).searchParams.get('partner')).toBe('marram')
    await expect(page.getByRole('row', { name: new RegExp(oats.name) })).toContainText('3')
    await page.goto('/account')
    expect(await page.getByRole('link', { name: /ord|Order/ }).count()).toBe(orders)
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
