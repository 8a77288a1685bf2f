import { expect, test } from '@playwright/test'
import type { RetailerId } from '#lib/local/ports.ts'
import { nextMail } from '#tests/e2e/support/inbox.ts'
import { newAddress } from '#tests/e2e/support/people.ts'
import {
  addToCart,
  booksOf,
  chooseRetailer,
  fillCheckout,
  jam,
  oats,
  offerOf,
  pay,
  payButton,
} from '#tests/e2e/support/shopper.ts'
import { stack } from '#tests/e2e/support/stack.ts'

// These disturb Greenline, so they run one after the other, and no other file counts on it.

const retailers: { id: RetailerId; name: string }[] = [
  { id: 'harbor-market', name: 'Harbor Market' },
  { id: 'greenline', name: 'Greenline' },
  { id: 'parcel-and-pantry', name: 'Parcel & Pantry' },
]
const oatsAtGreenline = 'gl-marram-oat-510'
const faults = `${stack.retailer('greenline')}/sandbox/faults`

async function disturb(fault: Record<string, unknown>) {
  const answer = await fetch(faults, { method: 'POST', body: JSON.stringify(fault) })
  expect(answer.status).toBe(200)
}

test.afterEach(async () => {
  await fetch(faults, { method: 'DELETE' })
})

for (const { id, name } of retailers) {
  test(`a basket is bought at ${name}, and both sides agree`, async ({ page }) => {
    const email = newAddress()
    await addToCart(page, oats, 2)
    await addToCart(page, jam, 3)
    await chooseRetailer(page, name)
    await fillCheckout(page, email)
    const price = ((await payButton(page).textContent()) ?? '').replace(/[^\d.]/g, '')
    const order = await pay(page)
    await expect(page.getByRole('heading', { name: `${name} has your order` })).toBeVisible()

    const [booked, ...others] = await booksOf(id, order)
    expect(others).toEqual([])
    expect(booked?.total).toBe(Math.round(Number(price) * 100))
    expect(booked?.lines.map(line => line.quantity).toSorted()).toEqual([2, 3])
    await expect(page.getByText(booked?.number ?? 'none').first()).toBeVisible()
    const mail = await nextMail(email)
    expect(mail.subject).toContain('is confirmed')
    expect(mail.text).toContain(booked?.number ?? 'none')

    await page.goto('/cart')
    await expect(page.getByRole('heading', { name: 'Nothing in it yet' })).toBeVisible()
  })
}

test('three retailers are compared, with delivery, tax and loyalty in the total', async ({ page }) => {
  await addToCart(page, oats, 2)
  await addToCart(page, jam, 3)
  await page.goto('/cart')
  for (const { name } of retailers) {
    await expect(offerOf(page, name).getByRole('link', { name: `Buy from ${name}` })).toBeVisible()
    await expect(offerOf(page, name).getByText('This price holds for')).toBeVisible()
  }
  const cards = page.getByRole('article')
  const totals = async () =>
    (await cards.getByRole('link', { name: /^Buy from/ }).allInnerTexts()).map(text =>
      Number(text.replace(/.*\$/, '')),
    )
  const byTotal = await totals()
  expect(byTotal).toEqual(byTotal.toSorted((a, b) => a - b))

  const greenline = offerOf(page, 'Greenline')
  await greenline.getByText('Have a Greenline Circle?').click()
  await greenline.getByLabel('Greenline Circle number').fill('GC-31415')
  await greenline.getByRole('button', { name: 'Apply' }).click()
  await expect(greenline.getByText('Greenline Circle saving')).toBeVisible()
})

test('a retailer that lacks a size says so and never ranks first', async ({ page }) => {
  await page.goto(`/p/${oats.slug}`)
  await page.getByText('5 lb (2.3 kg)').first().click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('Added: 1')).toBeVisible()
  await addToCart(page, jam)
  await page.goto('/cart')
  const greenline = offerOf(page, 'Greenline')
  await expect(greenline.getByText('Not sold here')).toBeVisible()
  await expect(greenline.getByRole('link', { name: /^Buy from/ })).toHaveCount(0)
  // Apart from what is sold elsewhere at a price that nobody here knows.
  const compared = page.getByRole('article').filter({ hasNotText: 'Price on its site' })
  await expect(compared.last()).toHaveAccessibleName('Greenline')
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
