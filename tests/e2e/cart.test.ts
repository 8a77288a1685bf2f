import { expect, type Page, test } from '@playwright/test'
import { addToCart, jam, oats, offerOf } from '#tests/e2e/support/shopper.ts'

function cartLink(page: Page, count: number) {
  const name = count === 0 ? 'Cart, empty' : `Cart, ${count} ${count === 1 ? 'item' : 'items'}`
  return page.getByRole('link', { name })
}

test('two products are added, changed, removed and put back', async ({ page }) => {
  await addToCart(page, oats, 2)
  await expect(cartLink(page, 2)).toBeVisible()
  await addToCart(page, jam, 3)
  await expect(cartLink(page, 5)).toBeVisible()

  await page.goto('/cart')
  const oatsQuantity = page.getByLabel(`Quantity of ${oats.name}`)
  await expect(oatsQuantity).toHaveValue('2')
  await oatsQuantity.fill('4')
  await expect(cartLink(page, 7)).toBeVisible()

  await page.getByRole('button', { name: `Remove ${jam.name}` }).click()
  await expect(cartLink(page, 4)).toBeVisible()
  await page.getByRole('button', { name: `put ${jam.name} back` }).click()
  await expect(cartLink(page, 7)).toBeVisible()

  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await page.reload()
  await expect(oatsQuantity).toHaveValue('4')
  await expect(page.getByLabel(`Quantity of ${jam.name}`)).toHaveValue('3')
})

const badQuantities = [
  ['0', 'Enter at least 1.'],
  ['-1', 'Enter at least 1.'],
  ['1.5', 'Enter a whole number.'],
  ['1000000000', 'Enter 99 at most.'],
  ['many', 'Enter a number.'],
] as const

test('a quantity that cannot be is refused in words and changes nothing', async ({ page }) => {
  await page.goto(`/p/${oats.slug}`)
  for (const [typed, words] of badQuantities) {
    await page.getByLabel('Quantity', { exact: true }).fill(typed)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await expect(page.getByText(words)).toBeVisible()
  }
  await expect(cartLink(page, 0)).toBeVisible()

  await addToCart(page, oats, 2)
  await page.goto('/cart')
  const quantity = page.getByLabel(`Quantity of ${oats.name}`)
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  for (const [typed, words] of badQuantities) {
    await quantity.fill(typed)
    await expect(page.getByText(words)).toBeVisible()
    await expect(cartLink(page, 2)).toBeVisible()
  }
  await page.reload()
  await expect(quantity).toHaveValue('2')
})

test('an empty cart says so and leads back to the shelves', async ({ page }) => {
  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: 'Nothing in it yet' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the cart is filled, changed and compared', async ({ page }) => {
    await page.goto(`/p/${oats.slug}`)
    await page.getByLabel('Quantity', { exact: true }).fill('2')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await expect(page).toHaveURL('/cart/plain')
    const quantity = page.getByLabel(`Quantity of ${oats.name}`)
    await expect(quantity).toHaveValue('2')
    await expect(offerOf(page, 'Harbor Market').getByText(/Buy from Harbor Market/)).toBeVisible()

    await quantity.fill('1.5')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(page.getByText('Your cart is unchanged.')).toBeVisible()
    await expect(page.getByText('Enter a whole number.')).toBeVisible()
    await quantity.fill('3')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(quantity).toHaveValue('3')

    await page.getByRole('button', { name: `Remove ${oats.name}` }).click()
    await expect(page.getByText('Removed from your cart.')).toBeVisible()
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(quantity).toHaveValue('3')
  })
})
