import type { BrowserContext, Page, Request, Response } from 'playwright'

/** What a shopper's browser asked the site to run, and what it sent when it did. */
export type Visit = { invocations: string[]; actions: Request[]; orderId: string }

const files = /^\/(_next\/static|_next\/image|art)\/|\.(ico|svg|png|txt|woff2|webmanifest)$/

/** True where the site's code ran: neither a file nor a page that was prerendered or kept from an earlier visit. */
function isInvocation(response: Response, site: string): boolean {
  const url = new URL(response.url())
  if (url.origin !== site || files.test(url.pathname)) return false
  if (response.request().method() === 'POST') return true
  const headers = response.headers()
  const kept = ['HIT', 'STALE', 'PRERENDER'].includes(headers['x-nextjs-cache'] ?? '')
  return !kept && headers['x-nextjs-prerender'] !== '1'
}

async function add(page: Page, site: string, slug: string, quantity: number) {
  if (!page.url().endsWith(`/p/${slug}`)) await page.goto(`${site}/p/${slug}`)
  await page.locator('input[name=quantity]').fill(String(quantity))
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByText('Added:').waitFor()
}

async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields))
    await page.getByRole('textbox', { name: label }).fill(value)
}

/**
 * The scenario: look through a list of 24 products, open one, add two different ones (quantities 2 and 3), compare
 * three retailers, order from `retailer`. `followOrder` then stays on the order's page until it is confirmed.
 */
export async function buy(
  context: BrowserContext,
  options: { site: string; slugs: readonly [string, string]; retailer: string; followOrder: boolean },
): Promise<Visit> {
  const { site, slugs, retailer, followOrder } = options
  const invocations: string[] = []
  const actions: Request[] = []
  context.on('response', response => {
    const request = response.request()
    if (isInvocation(response, site))
      invocations.push(`${request.method()} ${new URL(response.url()).pathname}`)
  })
  context.on('request', request => {
    if (request.method() === 'POST') actions.push(request)
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(site)
  await page.goto(`${site}/products`)
  await page.goto(`${site}/p/${slugs[0]}`)
  await add(page, site, slugs[0], 2)
  await add(page, site, slugs[1], 3)
  await page.goto(`${site}/cart`)
  await page.getByRole('link', { name: `Buy from ${retailer}` }).click()
  await fillIn(page, {
    'E-mail': 'bench@example.com',
    'First name': 'Ada',
    'Last name': 'Lindqvist',
    'Street and number': '350 Fifth Avenue',
    City: 'New York',
    'Card number': '4242 4242 4242 4242',
    Expiry: '12/40',
    'Security code': '123',
    'Name on card': 'Ada Lindqvist',
  })
  if (!followOrder) await page.route(/\/orders\/ord_/, route => route.abort())
  const orderPage = page.waitForRequest(request => /\/orders\/ord_\w+/.test(request.url()))
  await page.getByRole('button', { name: /^Pay / }).click()
  const orderId = /ord_\w+/.exec((await orderPage).url())?.[0] ?? ''
  if (followOrder) await page.getByText('Confirmed').first().waitFor()
  return { invocations, actions, orderId }
}
