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

const retailers: { id: RetailerId; name: string }[] = [
  { id: 'harbor-market', name: 'Harbor Market' },
  { id: 'greenline', name: 'Greenline' },
  { id: 'parcel-and-pantry', name: 'Parcel & Pantry' },
]
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
