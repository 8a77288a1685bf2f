import { expect, test } from '@playwright/test'
import { inspect } from '#tests/e2e/support/inspect.ts'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'
import {
  addToCart,
  buy,
  cards,
  chooseRetailer,
  fillCheckout,
  jam,
  oats,
  pay,
} from '#tests/e2e/support/shopper.ts'

for (const path of [
  '/',
  '/products/oats-and-granola',
  `/p/${oats.slug}`,
  '/search?q=oats',
  '/search?q=zzzzqqq',
  '/how-it-works',
  '/about',
  '/privacy',
  '/orders/find',
  '/sign-in',
  '/sign-in?error=Verification',
  '/sign-in/sent',
  '/no-such-page',
]) {
  test(`${path} is accessible`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await inspect(page)
  })
}

test('an empty cart is accessible', async ({ page }) => {
  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: 'Nothing in it yet' })).toBeVisible()
  await inspect(page)
})

test('a filled cart is accessible', async ({ page }) => {
  test.slow()
  await addToCart(page, oats, 2)
  await addToCart(page, jam)
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await inspect(page)
  await page.goto('/cart/plain')
  await inspect(page)
})

test('the checkout is accessible', async ({ page }) => {
  test.slow()
  await addToCart(page, oats)
  await chooseRetailer(page, 'Harbor Market')
  await inspect(page)
  await page.getByRole('button', { name: /^Pay / }).click()
  await expect(page.getByText('Enter the card number.').first()).toBeVisible()
  await inspect(page)
})

test('order pages are accessible', async ({ page }) => {
  test.slow()
  await buy(page, newAddress())
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  await inspect(page)
  await buy(page, newAddress(), cards.declined)
  await expect(page.getByRole('heading', { name: 'This order did not go through' })).toBeVisible()
  await inspect(page)
})

test('a split basket is accessible in the cart, at the checkout and as orders', async ({ page }) => {
  test.slow()
  await addToCart(page, { slug: 'beach-plum-jam', name: 'Beach Plum Jam' }, 5)
  await addToCart(page, { slug: 'everyday-olive-oil', name: 'Everyday Olive Oil' }, 6)
  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: /^Split it and save/ })).toBeVisible()
  await inspect(page)
  await page.getByRole('link', { name: /^Buy in 2 parcels/ }).click()
  await expect(page.getByText('Your card statement will show two charges:')).toBeVisible()
  await inspect(page)
  await fillCheckout(page, newAddress())
  await pay(page)
  await expect(page.getByText('Parcel & Pantry has this part.')).toBeVisible()
  await inspect(page)
})

test('the account is accessible', async ({ page }) => {
  await signInAs(page, 'Ada')
  await inspect(page)
})

test('the studio is accessible', async ({ page }) => {
  await signInAs(page, 'Mika')
  await inspect(page)
  await page.goto('/studio/listings/new')
  await inspect(page)
})

test('the listing editor is accessible', async ({ page }) => {
  test.slow()
  await signInAs(page, 'Mika')
  await page.goto(`/studio/listings/${jam.slug}`)
  for (const part of ['Preview', 'Checks', 'Versions']) {
    await page.getByRole('button', { name: part }).last().click()
    await inspect(page)
  }
})

test('the registry of retailers is accessible', async ({ page }) => {
  test.slow()
  await signInAs(page, 'Ines')
  await page.goto('/studio/retailers')
  await page.getByText('What shoppers get').first().click()
  await inspect(page)
  await page.getByRole('link', { name: 'Greenline' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Greenline' })).toBeVisible()
  for (const fold of ['Delivery and loyalty', 'Payment, and what it can do']) {
    await page.getByText(fold, { exact: true }).click()
  }
  await inspect(page)
  await page.goto('/studio/retailers/new')
  await page.getByRole('button', { name: 'Add it, disabled' }).click()
  await expect(page.getByRole('link', { name: 'Name: Please fill this in.' })).toBeVisible()
  await inspect(page)
})

test('the editors of home page, categories and announcements are accessible', async ({ page }) => {
  test.slow()
  await signInAs(page, 'Mika')
  for (const place of ['home', 'categories', 'announcements']) {
    await page.goto(`/studio/${place}`)
    const folded = page.getByRole('form').getByRole('button', { expanded: false })
    await expect(async () => {
      for (let count = await folded.count(); count > 0; count--) await folded.first().click()
      await expect(folded).toHaveCount(0, { timeout: 500 })
    }).toPass()
    await inspect(page)
  }
})

test('insight and customers are accessible', async ({ page }) => {
  test.slow()
  await buy(page, newAddress())
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  await signInAs(page, 'Mika')
  await expect(async () => {
    await page.goto('/studio/insight')
    await expect(page.getByRole('heading', { name: 'Sales over time', exact: true })).toBeVisible()
  }).toPass()
  for (const figures of await page.getByText('The figures').all()) await figures.click()
  await inspect(page)
  await page.goto('/studio/customers')
  await inspect(page)
  await page.getByLabel('E-mail address or order number').fill('ada@example.com')
  await page.getByRole('button', { name: 'Find' }).click()
  await inspect(page)
})
