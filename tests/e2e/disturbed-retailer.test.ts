import { expect, test } from '@playwright/test'
import { newAddress } from '#tests/e2e/support/people.ts'
import {
  addToCart,
  booksOf,
  chooseRetailer,
  fillCheckout,
  oats,
  offerOf,
  pay,
} from '#tests/e2e/support/shopper.ts'
import { stack } from '#tests/e2e/support/stack.ts'

// These disturb Greenline: they run after all others, one after the other.

const oatsAtGreenline = 'gl-marram-oat-510'
const faults = `${stack.retailer('greenline')}/sandbox/faults`

async function disturb(fault: Record<string, unknown>) {
  const answer = await fetch(faults, { method: 'POST', body: JSON.stringify(fault) })
  expect(answer.status).toBe(200)
}

test.afterEach(async () => {
  await fetch(faults, { method: 'DELETE' })
})

test('a broken retailer is shown as such and holds nobody up', async ({ page }) => {
  await disturb({ errorRate: 1, failStatus: 500 })
  await addToCart(page, oats)
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await expect(offerOf(page, 'Greenline').getByText(/You can buy from the others meanwhile/)).toBeVisible()
  await fetch(faults, { method: 'DELETE' })
  const again = offerOf(page, 'Greenline').getByRole('button', { name: 'Ask again' })
  const buyLink = page.getByRole('link', { name: 'Buy from Greenline' })
  await expect(buyLink.or(again.and(page.locator(':enabled')))).toBeVisible()
  if (await again.isVisible()) await again.click()
  await expect(buyLink).toBeVisible()
})

test('a broken retailer is not asked again by itself on a first visit', async ({ page }) => {
  await disturb({ errorRate: 1, failStatus: 500 })
  const asked: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/cart') asked.push(request.url())
  })
  await addToCart(page, oats)
  await page.goto('/cart')
  await expect(offerOf(page, 'Greenline').getByRole('button', { name: 'Ask again' })).toBeEnabled()
  await expect(page.getByText('Prices are up to date')).toHaveCount(1)
  await page.locator('label').filter({ hasText: 'Soonest' }).click()
  expect(asked).toHaveLength(1)
})

test('a slow retailer is not waited for', async ({ page }) => {
  await disturb({ delayMilliseconds: 30_000 })
  await addToCart(page, oats)
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await expect(offerOf(page, 'Greenline').getByText('This retailer took too long to answer.')).toBeVisible()
})

test('prices that run out at the checkout are fetched anew, what changed is marked, nothing is ordered', async ({
  page,
}) => {
  await disturb({ sessionSeconds: 15 })
  await addToCart(page, oats)
  await chooseRetailer(page, 'Greenline')
  await disturb({ sessionSeconds: 600 })
  const stock = `${stack.retailer('greenline')}/sandbox/stock`
  const change = (price: number) =>
    fetch(stock, { method: 'PUT', body: JSON.stringify({ sku: oatsAtGreenline, price }) })
  const books = (await (await fetch(stock)).json()) as { stock: { sku: string; price: number }[] }
  const before = books.stock.find(item => item.sku === oatsAtGreenline)?.price ?? 0
  try {
    expect((await change(before + 250)).status).toBe(200)
    await expect(page.getByText('Changed: it was').first()).toBeVisible({ timeout: 30_000 })
    const summary = page.getByRole('complementary', { name: 'Your order from Greenline' })
    for (const part of ['deletion', 'insertion'] as const) {
      await expect(summary.getByRole(part).first()).toBeVisible()
    }
    await expect(page).toHaveURL(/\/checkout/)
  } finally {
    await change(before)
  }
})

test('a total that changes after the order was placed stops the purchase', async ({ page }) => {
  await addToCart(page, oats)
  await chooseRetailer(page, 'Greenline')
  await fillCheckout(page, newAddress())
  await disturb({ surcharge: 250 })
  const order = await pay(page)
  await expect(page.getByRole('heading', { name: 'This order did not go through' })).toBeVisible()
  await expect(page.getByText(/Nothing was charged|stopped before it sold anything/)).toBeVisible()
  expect(await booksOf('greenline', order)).toEqual([])
})
