import { expect, type Page, test } from '@playwright/test'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'
import { buy, cards, fillCheckout, pay } from '#tests/e2e/support/shopper.ts'

/** The orders that the report counts at present; the page is made anew on each look. */
async function ordersShown(page: Page): Promise<number> {
  await page.goto('/studio/insight')
  const heading = page.getByRole('heading', { level: 1, name: 'Insight' })
  await expect(heading).toBeVisible()
  if (await page.getByText('Nothing to count yet').isVisible()) return 0
  const figure = page
    .locator('dl > div')
    .filter({ hasText: /^Orders\d/ })
    .locator('dd')
    .first()
  return Number(((await figure.textContent()) ?? '').replaceAll(',', ''))
}

test('a sale is seen in insight by someone who sees nothing else of the studio', async ({
  page,
  browser,
}) => {
  test.slow()
  const viewer = await (await browser.newContext()).newPage()
  await signInAs(viewer, 'Vera')
  const before = await ordersShown(viewer)

  await page.goto('/?utm_campaign=Autumn%20Oats')
  await buy(page, newAddress())
  await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  await expect(async () => expect(await ordersShown(viewer)).toBeGreaterThan(before)).toPass()

  const campaigns = viewer.getByRole('region', { name: 'Campaigns' })
  await campaigns.getByText('The figures').click()
  await expect(campaigns.getByRole('rowheader', { name: 'autumn-oats' })).toBeVisible()
  const download = viewer.waitForEvent('download')
  await campaigns.getByRole('link', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toMatch(/^campaigns-\d{4}-\d{2}-\d{2}-.*\.csv$/)

  await expect(viewer.getByRole('link', { name: 'Listings' })).toHaveCount(0)
  for (const path of ['/studio/orders', '/studio/customers', '/studio/listings/harbor-rolled-oats']) {
    expect((await viewer.goto(path))?.status()).toBe(404)
  }
  await viewer.goto('/studio')
  await expect(viewer).toHaveURL('/studio/insight')
  await viewer.context().close()
})

test('days without anything say so, and the range stands in the address', async ({ page }) => {
  await signInAs(page, 'Vera')
  await page.getByLabel('From', { exact: true }).fill('2020-01-01')
  await page.getByLabel('To', { exact: true }).fill('2020-01-31')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL('/studio/insight?from=2020-01-01&to=2020-01-31')
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible()
})

test('a shopper gets no figures and no customers', async ({ page }) => {
  await signInAs(page, 'Ada')
  expect((await page.goto('/studio/insight'))?.status()).toBe(404)
  expect((await page.request.get('/studio/insight/csv?table=time')).status()).toBe(404)
  const audience = await page.request.post('/studio/customers/audience', {
    multipart: { purpose: 'brand_marketing' },
  })
  expect(audience.status()).toBeGreaterThanOrEqual(400)
  expect(await audience.text()).not.toContain('@example.com')
})

test('a marketer finds a customer, takes an audience, and the customer can take a consent back', async ({
  page,
  browser,
}) => {
  test.slow()
  const address = newAddress()
  const shopper = await (await browser.newContext()).newPage()
  await shopper.goto('/p/harbor-rolled-oats')
  await shopper.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shopper.getByText('Added: 1')).toBeVisible()
  await shopper.goto('/cart')
  await shopper.getByRole('link', { name: 'Buy from Harbor Market' }).click()
  await expect(shopper.getByRole('heading', { name: 'Checkout' })).toBeVisible()
  await fillCheckout(shopper, address, cards.accepted)
  await shopper.getByLabel('E-mail me recipes, news and offers from the brand.').check()
  await pay(shopper)
  await expect(shopper.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()

  await signInAs(page, 'Mika')
  await page.goto('/studio/customers')
  const audience = async () => {
    await page.goto('/studio/customers')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download CSV' }).click()
    const stream = await (await download).createReadStream()
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    return text
  }
  expect(await audience()).toContain(address)

  await page.getByLabel('E-mail address or order number').fill(address)
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('heading', { level: 1, name: address })).toBeVisible()
  expect(page.url()).not.toContain('@')
  await expect(page.getByText('has not agreed that purchases are looked at')).toBeVisible()
  await page.getByLabel('E-mail me recipes, news and offers from the brand.').uncheck()
  await page.getByRole('button', { name: 'Save consents' }).click()
  await expect(page.getByText('The consents are changed.')).toBeVisible()
  await expect(page.getByText('changed by mika@example.com')).toBeVisible()
  expect(await audience()).not.toContain(address)
  await shopper.context().close()
})
