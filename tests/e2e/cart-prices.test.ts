import { expect, test } from '@playwright/test'
import { add, offer, openCart } from '#tests/e2e/support/basket.ts'

test('another delivery option gives another exact total', async ({ page }) => {
  await add(page, 'harbor-rolled-oats', 2)
  await openCart(page)
  const card = offer(page, 'Harbor Market')
  const before = (await card.getByRole('link', { name: /^Buy from/ }).textContent()) ?? ''
  await card.getByRole('radio').last().check()
  await expect(card.getByRole('link', { name: /^Buy from/ })).not.toHaveText(before)
  await expect(card.getByRole('radio').last()).toBeChecked()
})

test('another place gives its prices, and is remembered', async ({ page }) => {
  await add(page, 'harbor-rolled-oats', 2)
  await openCart(page)
  await page.getByRole('button', { name: 'Change where to deliver' }).click()
  await page.getByRole('textbox', { name: 'ZIP code' }).fill('123')
  await page.getByRole('button', { name: 'Show prices' }).click()
  await expect(page.getByRole('textbox', { name: 'ZIP code' })).toHaveAccessibleDescription(
    /Enter a five-digit ZIP code\./,
  )
  await page.getByRole('textbox', { name: 'ZIP code' }).fill('04101')
  await page.getByRole('combobox', { name: 'State' }).selectOption('ME')
  await page.getByRole('button', { name: 'Show prices' }).click()
  await expect(page.getByText('04101, ME')).toBeVisible()
  await page.reload()
  await expect(page.getByText('04101, ME')).toBeVisible()
})

test('a loyalty number the retailer knows saves money; one it does not know is refused', async ({ page }) => {
  await add(page, 'harbor-rolled-oats', 4)
  await openCart(page)
  const card = offer(page, 'Harbor Market')
  await card.getByText('Have a Harbor Card?').click()
  await card.getByRole('textbox', { name: 'Harbor Card number' }).fill('NONE 000')
  await card.getByRole('button', { name: 'Apply' }).click()
  await expect(card.getByRole('textbox', { name: 'Harbor Card number' })).toHaveAccessibleDescription(
    /does not know this Harbor Card number/,
  )
  const example = ((await card.getByText(/^Such as/).textContent()) ?? '').replace('Such as ', '')
  await card.getByRole('textbox', { name: 'Harbor Card number' }).fill(example)
  await card.getByRole('button', { name: 'Apply' }).click()
  await expect(card.getByText('Harbor Card saving')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the cart is filled, changed, emptied and filled again by forms', async ({ page }) => {
    await page.goto('/p/harbor-rolled-oats')
    await page.getByRole('textbox', { name: 'Quantity' }).fill('2')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await expect(page).toHaveURL(/\/cart\/plain$/)
    const quantity = page.getByRole('textbox', { name: /^Quantity of/ })
    await expect(quantity).toHaveValue('2')
    await expect(page.getByRole('link', { name: /^Buy from Harbor Market — \$/ })).toBeVisible()
    await quantity.fill('0')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(quantity).toHaveAccessibleDescription(/Enter at least 1\./)
    await page.goto('/cart/plain')
    await expect(quantity).toHaveValue('2')
    await quantity.fill('5')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(quantity).toHaveValue('5')
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('heading', { name: 'Nothing in it yet' })).toBeVisible()
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(quantity).toHaveValue('5')
  })

  test('delivery and place are chosen by forms', async ({ page }) => {
    await page.goto('/p/harbor-rolled-oats')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    const card = offer(page, 'Harbor Market')
    const before = (await card.getByRole('link', { name: /^Buy from/ }).textContent()) ?? ''
    await card.getByRole('radio').last().check()
    await card.getByRole('button', { name: 'Use this delivery' }).click()
    await expect(card.getByRole('radio').last()).toBeChecked()
    await expect(card.getByRole('link', { name: /^Buy from/ })).not.toHaveText(before)
    await page.getByRole('textbox', { name: 'ZIP code' }).fill('94103')
    await page.getByRole('combobox', { name: 'State' }).selectOption('CA')
    await page.getByRole('button', { name: 'Show prices' }).click()
    await expect(page.getByRole('textbox', { name: 'ZIP code' })).toHaveValue('94103')
  })

  test('the scripted cart leads to the plain one', async ({ page }) => {
    await page.goto('/cart')
    await expect(page).toHaveURL(/\/cart\/plain$/)
  })
})
