import { expect, type Page } from '@playwright/test'

/** Puts `quantity` of a product in the cart from its page. */
export async function add(page: Page, slug: string, quantity = 1): Promise<void> {
  await page.goto(`/p/${slug}`)
  await page.getByRole('textbox', { name: 'Quantity' }).fill(String(quantity))
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText(/^✓?\s*Added:/)).toBeVisible()
}

/** Opens the cart and waits for the retailers' prices. */
export async function openCart(page: Page): Promise<void> {
  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: 'Choose who sells it to you' })).toBeVisible()
}

/** One retailer's card in the comparison. */
export function offer(page: Page, retailer: string) {
  return page.getByRole('article', { name: retailer })
}

/** Goes from the cart to the checkout of a retailer. */
export async function buyFrom(page: Page, retailer: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^Buy from ${retailer}`) }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible()
}

export const acceptedCard = '4242 4242 4242 4242'
export const declinedCard = '4000 0000 0000 0002'

/** Fills in the checkout for delivery to 10001, NY. */
export async function fillCheckout(page: Page, { email = 'ada@example.com', card = acceptedCard } = {}) {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await page.locator('[id="contact.email"]').fill(email)
  await field('First name').fill('Ada')
  await field('Last name').fill('Shore')
  await field('Street and number').fill('12 Harbor Road')
  await field('City').fill('New York')
  await field('Card number').fill(card)
  await field('Expiry').fill('12/30')
  await field('Security code').fill('123')
  await field('Name on card').fill('Ada Shore')
}

/** The button that pays. */
export function payButton(page: Page) {
  return page.getByRole('button', { name: /^Pay \$/ })
}
