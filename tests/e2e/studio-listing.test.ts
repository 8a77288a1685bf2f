import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { listings } from '#lib/local/seed/catalogue.ts'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'
import { addToCart, chooseRetailer, fillCheckout, oats, pay } from '#tests/e2e/support/shopper.ts'
import { choose, publishNow, saved } from '#tests/e2e/support/studio.ts'

const code = Date.now().toString(36).toUpperCase()
const product = { slug: `dune-honey-${code.toLowerCase()}`, name: `Dune Honey ${code}` }
// Articles that the retailer has: what it sells under them is its own affair.
const numbers = listings
  .filter(listing => listing.slug === oats.slug)
  .flatMap(listing => listing.variants.map(variant => variant.retailerSkus['harbor-market'] ?? ''))

async function visitor(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

async function fillSize(page: Page, index: number, label: string): Promise<void> {
  const size = page.getByRole('listitem').filter({ hasText: `Size ${index + 1}Size, as` })
  await size.getByLabel('Size, as shoppers read it').fill(label)
  await size.getByLabel('Suggested price, $').fill(`${index + 8}.50`)
  await size.getByLabel('Our SKU').fill(`MRM-${code}-${index + 1}`)
  await size.getByLabel('Harbor Market').fill(numbers[index] ?? '')
}

test('a listing from nothing to the shop, previewed, scheduled, bought and rolled back', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'Mika')
  await page.getByRole('link', { name: 'New listing' }).click()
  await expect(page.getByRole('heading', { name: 'New listing' })).toBeVisible()
  await page.getByLabel('Name').fill(product.name)
  await expect(page.getByLabel('Address')).toHaveValue(product.slug)
  await page.getByLabel('Category').selectOption('spreads-and-preserves')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(`/studio/listings/${product.slug}`)

  await test.step('words, a picture and two sizes', async () => {
    await expect(page.getByRole('button', { name: /^Publish: \d+ missing$/ })).toBeVisible()
    await page.getByLabel('Tagline').fill('From hives behind the dunes.')
    const description = page.getByRole('textbox', { name: 'Description', exact: true })
    await description.fill('Heather and thyme.\n\nSpoon it over **warm oats** <b>now</b>.')
    const channels = 3
    const picture = { create: { width: 900, height: 900, channels, background: '#c98a1b' } } as const
    const buffer = await sharp(picture).png().toBuffer()
    await page.locator('input[type=file]').setInputFiles({ name: 'jar.png', mimeType: 'image/png', buffer })
    await page.getByLabel('What picture 1 shows').fill('A jar of dune honey')
    await fillSize(page, 0, '8 oz')
    await page.getByRole('button', { name: 'Add a size' }).click()
    await fillSize(page, 1, '16 oz')
    await page.getByRole('button', { name: 'Check with the shops' }).click()
    await expect(page.getByText(/^Harbor Market sells it at \$\d+\.\d\d now/)).toHaveCount(2)
    await saved(page)
    await expect(page.getByRole('button', { name: 'Publish…' })).toBeVisible()
  })

  await test.step('the preview is the shop’s page, for those with the link only', async () => {
    const frame = page.frameLocator('iframe[title="Preview of the product page"]')
    await expect(frame.getByRole('heading', { level: 1, name: product.name })).toBeVisible()
    await expect(frame.getByRole('img', { name: 'A jar of dune honey' })).toBeVisible()
    await expect(frame.locator('strong', { hasText: 'warm oats' })).toBeVisible()
    await expect(frame.getByText('<b>now</b>')).toBeVisible()

    const stranger = await visitor(browser)
    expect((await stranger.goto(`/p/${product.slug}`))?.status()).toBe(404)
    await choose(page, 'Share a preview link')
    const link = await page.getByLabel('Preview link').inputValue()
    const friend = await visitor(browser)
    await friend.goto(link)
    await expect(friend.getByRole('heading', { level: 1, name: product.name })).toBeVisible()
    await expect(friend.getByText('This is a preview.')).toBeVisible()
    await stranger.goto(link.replace(/.$/, last => (last === 'A' ? 'B' : 'A')))
    await expect(stranger.getByRole('heading', { name: 'This preview has ended' })).toBeVisible()
    expect((await stranger.goto(`/p/${product.slug}`))?.status()).toBe(404)
  })

  const shopper = await visitor(browser)
  await test.step('it is in the shop at the time it was scheduled for', async () => {
    await page.getByRole('button', { name: 'Publish…' }).click()
    await page.getByLabel('At a set time').check()
    const soon = new Date(Date.now() + 8000)
    const local = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
    await page.getByLabel('Time to publish').fill(local)
    await page.getByRole('button', { name: 'Schedule', exact: true }).click()
    await expect(page.getByText(/^Scheduled for/)).toBeVisible()
    await expect(page.getByText(/^To be published on/)).toBeVisible()
    await expect
      .poll(async () => (await shopper.request.get(`/p/${product.slug}`)).status(), { timeout: 60_000 })
      .toBe(200)
    await shopper.goto('/products/spreads-and-preserves')
    await expect(shopper.getByRole('link', { name: product.name })).toBeVisible()
  })

  await test.step('an edit is published and seen at once', async () => {
    await page.reload()
    await page.getByLabel('Tagline').fill('A mistake.')
    await publishNow(page)
    expect(await (await shopper.request.get(`/p/${product.slug}`)).text()).toContain('A mistake.')
  })

  await test.step('a shopper buys it', async () => {
    await addToCart(shopper, product)
    await chooseRetailer(shopper, 'Harbor Market')
    await fillCheckout(shopper, newAddress())
    await pay(shopper)
    await expect(shopper.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
  })

  await test.step('the first version comes back with one click', async () => {
    await page.getByRole('button', { name: 'Versions' }).last().click()
    await page.getByRole('button', { name: /^Version 2/ }).click()
    await expect(page.locator('ins', { hasText: 'A mistake.' })).toBeVisible()
    await page.getByRole('button', { name: /^Version 1/ }).click()
    await page.getByRole('button', { name: 'Roll back to version 1' }).click()
    await expect(page.getByText(/^Rolled back to version 1/)).toBeVisible()
    await expect(page.getByLabel('Tagline')).toHaveValue('From hives behind the dunes.')
    const shown = await (await shopper.request.get(`/p/${product.slug}`)).text()
    expect(shown).toContain('From hives behind the dunes.')
    expect(shown).not.toContain('A mistake.')
  })
})
