import { expect, test } from '@playwright/test'
import { orderNumber } from '#lib/domain/order.ts'
import { nextMail } from '#tests/e2e/support/inbox.ts'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'
import {
  addToCart,
  booksOf,
  buy,
  chooseRetailer,
  fillCheckout,
  oats,
  pay,
} from '#tests/e2e/support/shopper.ts'

test('a shopper cancels: the page shows it, the retailer has it so, and a mail says so', async ({ page }) => {
  const email = newAddress()
  const order = await buy(page, email)
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  await nextMail(email)
  await page.getByText('Cancel this order').click()
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(page.getByRole('heading', { name: 'This order was cancelled' })).toBeVisible()
  await expect(page.getByText('Harbor Market cancelled it, as you asked')).toBeVisible()
  await expect(page.getByText('Cancel this order')).toBeHidden()
  expect(await booksOf('harbor-market', order)).toMatchObject([{ status: 'cancelled' }])
  expect((await nextMail(email, 2)).subject).toContain('is cancelled')
})

test('a shopper cancels without scripts', async ({ page, browser }) => {
  const order = await buy(page, newAddress())
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const bare = await plain.newPage()
  await bare.goto(`/orders/${order}`)
  await bare.getByText('Cancel this order').click()
  await bare.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(bare.getByRole('heading', { name: 'This order was cancelled' })).toBeVisible()
  await plain.close()
})

test('what cannot be cancelled through us is cancelled on the retailer’s own page', async ({
  page,
  context,
}) => {
  await addToCart(page, oats)
  await chooseRetailer(page, 'Parcel & Pantry')
  await fillCheckout(page, newAddress())
  const order = await pay(page)
  await expect(page.getByRole('heading', { name: 'Parcel & Pantry has your order' })).toBeVisible()
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Cancel it at Parcel & Pantry' }).click()
  const theirs = await opened
  await theirs.getByRole('button', { name: 'Cancel this order' }).click()
  await expect(theirs.getByText('cancelled')).toBeVisible()
  expect(await booksOf('parcel-and-pantry', order)).toMatchObject([{ status: 'cancelled' }])
})

test('an operator finds an order by its number and its buyer, and asks the retailer again', async ({
  page,
  browser,
}) => {
  const email = newAddress()
  const order = await buy(page, email)
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  const number = orderNumber(order)

  const office = await (await browser.newContext()).newPage()
  await signInAs(office, 'Mika')
  await office.getByRole('link', { name: 'Orders' }).click()
  await expect(office.getByRole('heading', { name: 'Need attention' })).toBeVisible()
  const search = office.getByRole('searchbox')
  await search.fill(email)
  await search.press('Enter')
  await expect(office.getByRole('heading', { name: 'This customer’s latest orders' })).toBeVisible()
  expect(office.url()).not.toContain('shopper')
  await expect(office.getByRole('link', { name: number })).toBeVisible()
  await search.fill(number.toLowerCase())
  await search.press('Enter')
  await office.getByRole('link', { name: number }).click()
  await expect(office.getByText(order, { exact: true })).toBeVisible()
  await office.getByRole('button', { name: 'Ask the retailer again' }).click()
  await expect(office.getByText('The order is now: confirmed.').first()).toBeVisible()
  await expect(office.getByText('by mika@example.com')).toBeVisible()
  await office.context().close()

  await page.goto(`/studio/orders/${order}`)
  await expect(page).toHaveURL(/\/sign-in/)
})
