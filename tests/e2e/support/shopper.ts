import { expect, type Locator, type Page } from '@playwright/test'
import type { RetailerId } from '#lib/local/ports.ts'
import { stack } from '#tests/e2e/support/stack.ts'

export const oats = { slug: 'harbor-rolled-oats', name: 'Harbor Rolled Oats' }
export const jam = { slug: 'thick-cut-marmalade', name: 'Thick-Cut Marmalade' }

export const cards = {
  accepted: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  declinedAtCharge: '4000 0000 0000 0341',
  reviewed: '4000 0000 0000 3220',
}

/** Adds a product from its page, in its first size. */
export async function addToCart(page: Page, product: { slug: string; name: string }, quantity = 1) {
  await page.goto(`/p/${product.slug}`)
  await page.getByLabel('Quantity', { exact: true }).fill(String(quantity))
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText(`Added: ${quantity} × ${product.name}`)).toBeVisible()
}

/** A retailer's part of the comparison. */
export function offerOf(page: Page, retailer: string): Locator {
  return page.getByRole('article', { name: retailer, exact: true })
}

/** Opens the cart and goes to the checkout at one retailer. */
export async function chooseRetailer(page: Page, retailer: string): Promise<void> {
  await page.goto('/cart')
  await page.getByRole('link', { name: `Buy from ${retailer}` }).click()
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
}

/** Fills in the checkout, all but the last press. */
export async function fillCheckout(page: Page, email: string, card: string = cards.accepted): Promise<void> {
  const fields = {
    'E-mail': email,
    'First name': 'Ada',
    'Last name': 'Lindqvist',
    'Street and number': '350 Fifth Avenue',
    City: 'New York',
    'Card number': card,
    Expiry: '12/40',
    'Security code': '123',
    'Name on card': 'Ada Lindqvist',
  }
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value)
}

/** The button that orders. */
export function payButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Pay / })
}

/** Presses pay and returns the order's id from the page it leads to. */
export async function pay(page: Page): Promise<string> {
  await payButton(page).click()
  await expect(page).toHaveURL(/\/orders\/ord_[0-9a-z]+$/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Everything from an empty cart to the order page, at a retailer that no test disturbs. */
export async function buy(page: Page, email: string, card?: string): Promise<string> {
  await addToCart(page, oats)
  await chooseRetailer(page, 'Harbor Market')
  await fillCheckout(page, email, card)
  return pay(page)
}

type BookedOrder = {
  number: string
  reference: string
  total: number
  status: string
  lines: { quantity: number }[]
}

/** What a retailer's own books hold for one of our orders. */
export async function booksOf(retailer: RetailerId, orderId: string): Promise<BookedOrder[]> {
  const answer = await fetch(`${stack.retailer(retailer)}/sandbox/orders?reference=${orderId}`)
  const { orders } = (await answer.json()) as { orders: BookedOrder[] }
  return orders
}
