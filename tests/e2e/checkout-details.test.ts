import { expect, test } from '@playwright/test'
import { add, buyFrom, declinedCard, fillCheckout, openCart, payButton } from '#tests/e2e/support/basket.ts'

const order = /\/orders\/ord_[0-9a-z]{26}$/

test('the card goes to the payment processor and nowhere else', async ({ page, baseURL }) => {
  await add(page, 'harbor-rolled-oats')
  await openCart(page)
  await buyFrom(page, 'Harbor Market')
  await fillCheckout(page)
  const posts: { url: string; body: string }[] = []
  page.on('request', request => posts.push({ url: request.url(), body: request.postData() ?? '' }))
  await payButton(page).click()
  await expect(page).toHaveURL(order)
  const withCard = posts.filter(({ url, body }) => `${url}${body}`.includes('4242424242424242'))
  expect(withCard.map(({ url }) => new URL(url).pathname)).toEqual(['/tokenize'])
  expect(withCard[0]?.url.startsWith(baseURL ?? '')).toBe(false)
})

test('an address elsewhere gets prices for there before anything is bought', async ({ page }) => {
  await add(page, 'harbor-rolled-oats', 2)
  await openCart(page)
  await buyFrom(page, 'Harbor Market')
  await fillCheckout(page)
  await page.getByRole('combobox', { name: 'State' }).selectOption('CA')
  await page.getByRole('textbox', { name: 'ZIP code' }).fill('94103')
  await page.getByRole('textbox', { name: 'City' }).fill('San Francisco')
  await expect(page.getByText('Prices are for delivery to 94103, CA.')).toBeVisible()
  await payButton(page).click()
  await expect(page).toHaveURL(order)
  await expect(page.getByText('San Francisco, CA 94103')).toBeVisible()
})

test('a declined card ends with nothing charged and a way back to the cart', async ({ page }) => {
  await add(page, 'harbor-rolled-oats', 2)
  await openCart(page)
  await buyFrom(page, 'Harbor Market')
  await fillCheckout(page, { card: declinedCard })
  await payButton(page).click()
  await expect(page.getByRole('heading', { name: 'This order did not go through' })).toBeVisible()
  await expect(page.getByText('Your card was declined. Nothing was charged.')).toBeVisible()
  await page.getByRole('button', { name: /^Put these back/ }).click()
  await expect(page.getByRole('textbox', { name: /^Quantity of Harbor Rolled Oats/ })).toHaveValue('2')
})

test('a card the processor refuses is told at the card, and nothing is ordered', async ({ page }) => {
  await add(page, 'harbor-rolled-oats')
  await openCart(page)
  await buyFrom(page, 'Harbor Market')
  await fillCheckout(page, { card: '4111 1111 1111 1111' })
  await payButton(page).click()
  await expect(page.getByRole('textbox', { name: 'Card number', exact: true })).toHaveAccessibleDescription(
    /test cards only/,
  )
  await expect(page).toHaveURL(/\/checkout/)
})

test('an order page follows the order where events do not get through', async ({ page }) => {
  await page.route('**/api/orders/*/events', route => route.abort())
  await add(page, 'harbor-rolled-oats')
  await openCart(page)
  await buyFrom(page, 'Harbor Market')
  await fillCheckout(page)
  await payButton(page).click()
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible({
    timeout: 20_000,
  })
})
