import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'
import { addToCart, buy, cards, chooseRetailer, jam, oats } from '#tests/e2e/support/shopper.ts'

const looks = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const

/** Fails on anything axe calls serious or critical, and on a page wider than its window. */
async function inspect(page: Page): Promise<void> {
  // Where the last click was is no place of its own: nothing is to look hovered.
  await page.mouse.move(0, 0)
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    // The dark theme changes colors and nothing else.
    if (colorScheme === 'dark') axe.withRules(['color-contrast'])
    const { violations } = await axe.analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    const told = grave.map(
      ({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' | ')}`,
    )
    expect(told, `${page.url()} at ${width}, ${colorScheme}`).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${page.url()} at ${width}`).toBeLessThanOrEqual(width)
  }
}

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

test('the account is accessible', async ({ page }) => {
  await signInAs(page, 'Ada')
  await inspect(page)
})

test('the studio is accessible', async ({ page }) => {
  await signInAs(page, 'Mika')
  await inspect(page)
  await page.goto(`/studio/listings/${jam.slug}`)
  await inspect(page)
})
