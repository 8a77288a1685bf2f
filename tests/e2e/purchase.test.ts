import { expect, test } from '@playwright/test'
import { orderNumber } from '#lib/domain/order.ts'
import { nextMail } from '#tests/e2e/support/inbox.ts'
import { newAddress } from '#tests/e2e/support/people.ts'
import {
  addToCart,
  booksOf,
  buy,
  cards,
  chooseRetailer,
  fillCheckout,
  oats,
  pay,
  payButton,
} from '#tests/e2e/support/shopper.ts'

test('a declined card: nothing is sold or charged, and a mail says so', async ({ page }) => {
  const email = newAddress()
  const order = await buy(page, email, cards.declined)
  await expect(page.getByRole('heading', { name: 'This order did not go through' })).toBeVisible()
  await expect(page.getByText('Your card was declined. Nothing was charged.')).toBeVisible()
  expect(await booksOf('harbor-market', order)).toEqual([])
  const mail = await nextMail(email)
  expect(mail.subject).toContain('was not placed')
  expect(mail.text).toContain('Nothing was charged')
})

test('a card that is declined only when it is charged: nothing is charged either', async ({ page }) => {
  const order = await buy(page, newAddress(), cards.declinedAtCharge)
  await expect(page.getByRole('heading', { name: 'This order did not go through' })).toBeVisible()
  await expect(page.getByText(/Nothing was charged/)).toBeVisible()
  expect(await booksOf('harbor-market', order)).toEqual([])
  await page.getByRole('button', { name: 'Put these back in my cart' }).click()
  await expect(page.getByLabel(`Quantity of ${oats.name}`)).toHaveValue('1')
})

test('a card under review is waited for', async ({ page }) => {
  const order = await buy(page, newAddress(), cards.reviewed)
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible({
    timeout: 40_000,
  })
  expect(await booksOf('harbor-market', order)).toHaveLength(1)
})

test('a double click makes one order', async ({ page }) => {
  const email = newAddress()
  await addToCart(page, oats)
  await chooseRetailer(page, 'Harbor Market')
  await fillCheckout(page, email)
  await payButton(page).dblclick()
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  const order = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await booksOf('harbor-market', order)).toHaveLength(1)
  await nextMail(email)
})

test('two tabs, a reload and the back button lead to one order', async ({ page, context }) => {
  const email = newAddress()
  await addToCart(page, oats)
  await chooseRetailer(page, 'Harbor Market')
  const checkout = page.url()
  const second = await context.newPage()
  await second.goto(checkout)
  await fillCheckout(page, email)
  await fillCheckout(second, email)
  const [first, other] = await Promise.all([pay(page), pay(second)])
  expect(other).toBe(first)
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  expect(await booksOf('harbor-market', first)).toHaveLength(1)

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  await page.goto(checkout)
  await expect(page).toHaveURL(`/orders/${first}`)
})

test("someone else's order is not found, until it is looked up", async ({ page, browser }) => {
  const email = newAddress()
  const order = await buy(page, email)
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()

  const context = await browser.newContext()
  const stranger = await context.newPage()
  expect((await stranger.goto(`/orders/${order}`))?.status()).toBe(404)
  for (const part of ['status', 'events']) {
    expect((await context.request.get(`/api/orders/${order}/${part}`)).status()).toBe(404)
  }

  await stranger.goto('/orders/find')
  await stranger.getByLabel('Order number').fill(orderNumber(order))
  await stranger.getByLabel('E-mail', { exact: true }).fill(newAddress())
  await stranger.getByRole('button', { name: 'Find it' }).click()
  await expect(stranger.getByText('We have no order with this number and e-mail.')).toBeVisible()
  await stranger.getByLabel('E-mail', { exact: true }).fill(email)
  await stranger.getByRole('button', { name: 'Find it' }).click()
  await expect(stranger).toHaveURL(`/orders/${order}`)
  await expect(stranger.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  await context.close()
})

test('a checkout says at each field what is wrong and orders nothing', async ({ page }) => {
  await addToCart(page, oats)
  await chooseRetailer(page, 'Harbor Market')
  await payButton(page).click()
  await expect(page.getByText('Enter an e-mail address such as ada@example.com.').first()).toBeVisible()
  await expect(page.getByText('Enter the card number.').first()).toBeVisible()
  await fillCheckout(page, newAddress(), '4242 4242 4242 4241')
  await payButton(page).click()
  await expect(page.getByText('Check the card number: a digit seems wrong.').first()).toBeVisible()
  await expect(page).toHaveURL(/\/checkout/)
})

test('consents start unticked', async ({ page }) => {
  await addToCart(page, oats)
  await chooseRetailer(page, 'Harbor Market')
  const boxes = page.getByRole('checkbox')
  await expect(boxes).toHaveCount(3)
  for (const box of await boxes.all()) await expect(box).not.toBeChecked()
})

test('a tampered quote orders nothing and shows fresh prices', async ({ page }) => {
  await addToCart(page, oats)
  await chooseRetailer(page, 'Harbor Market')
  await fillCheckout(page, newAddress())
  const quote = new URL(page.url()).searchParams.get('quote') ?? ''
  const forged = `${quote.slice(0, -4)}0000`
  await page.route('**/checkout**', async (route, request) => {
    const body = request.postData()
    if (!body?.includes(quote)) return route.continue()
    await route.continue({ postData: body.replaceAll(quote, forged) })
  })
  await payButton(page).click()
  await expect(
    page.getByText('Your cart changed after these prices were fetched. Here are fresh ones.'),
  ).toBeVisible()
  await expect(page).toHaveURL(/\/checkout/)
  await expect(payButton(page)).toBeEnabled()
})

test('a checkout of a quote that never was offers to compare again', async ({ page }) => {
  await addToCart(page, oats)
  await page.goto('/checkout?quote=quo_01j00000000000000000000000')
  await expect(page.getByText('These prices are not to be had any more')).toBeVisible()
  await page.getByRole('link', { name: 'Compare again' }).click()
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
})
