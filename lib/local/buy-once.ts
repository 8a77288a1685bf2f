import type { Browser, Page } from 'playwright'
import { getListing, listAllListings } from '#lib/data/listings.ts'
import { getOrder } from '#lib/data/orders.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import { isEnded, type Order } from '#lib/domain/order.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { findBrowser, launchBrowser } from './browser.ts'
import { say } from './say.ts'

const patience = 60_000

/** Two products of which a retailer has plenty, by slug. */
async function basketFor(retailer: Retailer): Promise<string[]> {
  const slugs: string[] = []
  const { listings } = await listAllListings({ limit: 100 })
  for (const { slug, status } of listings) {
    const product = status === 'published' ? await getListing(slug) : undefined
    const sku = product?.listing.variants[0]?.sku
    const offer = product?.offers.find(each => each.retailerId === retailer.id && each.sku === sku)
    if (offer?.availability === 'in_stock') slugs.push(slug)
    if (slugs.length === 2) return slugs
  }
  throw new Error(`${retailer.name} has no two products to buy`)
}

async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields))
    await page.getByRole('textbox', { name: label }).fill(value)
}

/** What a shopper does, from the product page to the order page. Resolves with the order's id. */
async function shop(page: Page, site: string, retailer: Retailer): Promise<string> {
  for (const slug of await basketFor(retailer)) {
    await page.goto(`${site}/p/${slug}`)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByText('Added:').waitFor()
  }
  await page.goto(`${site}/cart`)
  await page.getByRole('link', { name: `Buy from ${retailer.name}` }).click()
  await fillIn(page, {
    'E-mail': 'ada@example.com',
    'First name': 'Ada',
    'Last name': 'Lindqvist',
    'Street and number': '350 Fifth Avenue',
    City: 'New York',
    'Card number': '4242 4242 4242 4242',
    Expiry: '12/40',
    'Security code': '123',
    'Name on card': 'Ada Lindqvist',
  })
  await page.getByRole('button', { name: /^Pay / }).click()
  await page.waitForURL(/\/orders\/ord_/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function untilEnded(orderId: string): Promise<Order> {
  const deadline = Date.now() + patience
  for (;;) {
    const order = await getOrder(orderId)
    if (order && (isEnded(order.state) || Date.now() > deadline)) return order
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** Whether the retailer itself, asked by its own API, has the order at the total that the shopper accepted. */
async function retailerAgrees(order: Order, retailer: Retailer): Promise<boolean> {
  if (!order.retailerOrder) return false
  const signal = AbortSignal.timeout(10_000)
  const { order: theirs } = await (await adapterFor(retailer)).getOrder(order.retailerOrder.id, { signal })
  return theirs.number === order.retailerOrder.number && theirs.total?.amount === order.totals.total.amount
}

async function buyAt(browser: Browser, site: string, retailer: Retailer): Promise<boolean> {
  const context = await browser.newContext()
  context.setDefaultTimeout(patience)
  const began = Date.now()
  try {
    const page = await context.newPage()
    const orderId = await shop(page, site, retailer)
    const order = await untilEnded(orderId)
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const number = order.retailerOrder?.number ?? 'no order number'
    const agrees = await retailerAgrees(order, retailer)
    if (order.retailerOrder) await page.getByText(number).first().waitFor()
    const words = [retailer.name, number, formatMoney(order.totals.total), order.state, `${seconds} s`]
    console.log(`${words.join('   ')}${agrees ? '' : '   the retailer does not confirm it'}`)
    return order.state === 'confirmed' && agrees
  } catch (error) {
    console.log(`${retailer.name}   not bought: ${error instanceof Error ? error.message : error}`)
    return false
  } finally {
    await context.close()
  }
}

/**
 * Buys one basket at every enabled retailer through the site in a real browser, and prints a line an order. True when
 * every order is confirmed here and known to its retailer at the same total.
 */
export async function buyOnce(options: { site: string; signal: AbortSignal }): Promise<boolean> {
  const browser = await launchBrowser(await findBrowser())
  options.signal.addEventListener('abort', () => void browser.close())
  try {
    const retailers = (await listRetailers()).filter(retailer => retailer.enabled)
    say(`Buying a basket at ${retailers.length} retailers …`)
    const results: boolean[] = []
    for (const retailer of retailers) results.push(await buyAt(browser, options.site, retailer))
    return results.length > 0 && results.every(Boolean)
  } finally {
    await browser.close()
  }
}
