import { expect, type Page, test } from '@playwright/test'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'
import {
  addToCart,
  chooseRetailer,
  fillCheckout,
  oats,
  offerOf,
  payButton,
} from '#tests/e2e/support/shopper.ts'
import { stack } from '#tests/e2e/support/stack.ts'
import { refreshOffers } from '#tests/e2e/support/stock.ts'

// These change the registry: they run after all others, and leave alone what runs beside them.

const shop = { id: 'parcel-and-pantry', name: 'Parcel & Pantry' }

/** Whom the product's page, as it is served now, names as its sellers to shoppers and to search engines. */
async function sellers(page: Page): Promise<{ shown: boolean; told: boolean }> {
  const html = await (await page.request.get(`/p/${oats.slug}`)).text()
  const told = html.match(/<script type="application\/ld\+json">.*?<\/script>/gs)?.join('') ?? ''
  const shown = html.replaceAll(/<script.*?<\/script>/gs, '')
  const named = /Parcel (&|&amp;|\\u0026) Pantry/
  return { shown: named.test(shown), told: named.test(told) }
}

async function turn(admin: Page, words: 'Disable' | 'Enable') {
  await admin.goto(`/studio/retailers/${shop.id}`)
  await admin.getByRole('button', { name: words, exact: true }).click()
  await expect(admin.getByText(`${words}d`, { exact: true })).toBeVisible()
}

test.afterEach(async ({ browser }) => {
  const admin = await (await browser.newContext()).newPage()
  await signInAs(admin, 'Ines')
  await admin.goto(`/studio/retailers/${shop.id}`)
  await expect(admin.getByRole('heading', { level: 1 })).toBeVisible()
  if (await admin.getByRole('button', { name: 'Enable', exact: true }).isVisible())
    await turn(admin, 'Enable')
  await refreshOffers()
})

test('a retailer that an admin disables is gone from pages and carts, sells nothing to who had its price, and comes back', async ({
  page,
  browser,
}) => {
  test.slow()
  const admin = await (await browser.newContext()).newPage()
  await signInAs(admin, 'Ines')
  expect(await sellers(page)).toEqual({ shown: true, told: true })
  await addToCart(page, oats)
  await chooseRetailer(page, shop.name)
  await fillCheckout(page, newAddress())

  await turn(admin, 'Disable')
  expect(await sellers(page)).toEqual({ shown: false, told: false })
  await payButton(page).click()
  await expect(page.getByText('This retailer is not available now.')).toBeVisible()
  await expect(page).toHaveURL(/\/checkout/)
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await expect(offerOf(page, shop.name)).toHaveCount(0)

  await turn(admin, 'Enable')
  await refreshOffers()
  expect(await sellers(page)).toEqual({ shown: true, told: true })
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: `Buy from ${shop.name}` })).toBeVisible()

  await admin.goto('/studio/changes')
  for (const words of ['Disabled', 'Enabled']) {
    await expect(admin.getByRole('link', { name: `${words} retailer ${shop.id}` }).first()).toBeVisible()
  }
})

test('an admin adds a retailer by its address alone and sees what it can do; a marketer may look', async ({
  page,
  browser,
}) => {
  test.slow()
  const name = `Corner Shop ${crypto.randomUUID().slice(0, 6)}`
  await signInAs(page, 'Ines')
  await page.goto('/studio/retailers')
  await page.getByRole('link', { name: 'Add a retailer' }).click()
  await page.getByRole('button', { name: 'Add it, disabled' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'things need your attention' })).toBeFocused()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('In a sentence').fill('Round the corner.')
  await page.getByLabel('Address', { exact: true }).fill('http://10.0.0.1')
  await page.getByRole('button', { name: 'Add it, disabled' }).click()
  await expect(page.getByText('Give an https address on the internet').first()).toBeVisible()
  await page.getByLabel('Address', { exact: true }).fill(stack.retailer('harbor-market'))
  await page.getByRole('button', { name: 'Add it, disabled' }).click()

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Stock is held while they pay.')).toBeVisible()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('It answers', { exact: true })).toBeVisible()
  await page.getByText('Delivery and loyalty', { exact: true }).click()
  await page.getByLabel('Price of delivery').fill('4.99')
  await page.getByLabel('Free from goods worth').fill('35')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Saved\./)).toBeVisible()
  const address = page.url()

  const marketer = await (await browser.newContext()).newPage()
  await signInAs(marketer, 'Mika')
  await marketer.goto(address)
  await expect(marketer.getByText('$4.99, free from $35.00')).toBeVisible()
  await expect(marketer.getByRole('button', { name: /Enable|Save/ })).toHaveCount(0)
  expect((await marketer.goto('/studio/retailers/new'))?.status()).toBe(404)
})
