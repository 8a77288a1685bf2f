import { expect, test } from '@playwright/test'
import { oats } from '#tests/e2e/support/shopper.ts'

test('from the front page to a product on its shelf', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Oats & granola' }).first().click()
  await expect(page).toHaveURL('/products/oats-and-granola')
  await page.getByRole('link', { name: oats.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: oats.name })).toBeVisible()
  await expect(page.getByRole('row', { name: /Harbor Market/ }).first()).toBeVisible()
})

test('a shelf is filtered and sorted, and each view has its own address', async ({ page }) => {
  await page.goto('/products/oats-and-granola')
  const cards = page.getByRole('article')
  const all = await cards.count()
  await page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: 'Vegan' }).click()
  await expect(page).toHaveURL('/products/oats-and-granola/tag-vegan')
  expect(await cards.count()).toBeLessThanOrEqual(all)

  await page.goto('/products/oats-and-granola/sort-price-low')
  const amounts = await page.getByText(/^from \$/).allInnerTexts()
  const prices = amounts.map(text => Number(text.replace(/[^\d.]/g, '')))
  expect(prices.length).toBe(all)
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
})

test('the whole pantry goes on over a second page without repeating itself', async ({ page }) => {
  await page.goto('/products')
  const names = () => page.getByRole('article').getByRole('heading').allInnerTexts()
  const first = await names()
  expect(first).toHaveLength(24)
  await page.getByRole('link', { name: 'Further along the shelf' }).click()
  await expect(page).toHaveURL(/after-/)
  await expect(page.getByRole('link', { name: 'Back to the start' })).toBeVisible()
  const second = await names()
  expect(second.length).toBeGreaterThan(0)
  expect(second.filter(name => first.includes(name))).toEqual([])
})

test('search finds by name and says so when it finds nothing', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox', { name: 'Search products' }).first().fill('rolled oats')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').first()).toContainText(oats.name)
  await page.goto('/search?q=zzzzqqq')
  await expect(page.getByRole('heading', { name: 'Nothing by that name.' })).toBeVisible()
})

test('structured data has one offer for each seller of each size', async ({ page }) => {
  await page.goto(`/p/${oats.slug}`)
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents()
  const product = texts.map(text => JSON.parse(text)).find(data => data['@type'] === 'ProductGroup')
  const sellers = product.hasVariant.map((variant: { offers: { seller: { name: string } }[] }) =>
    variant.offers.map(offer => offer.seller.name).toSorted(),
  )
  expect(sellers[0]).toEqual(['Greenline', 'Harbor Market', 'Parcel & Pantry'])
  for (const names of sellers) expect(new Set(names).size).toBe(names.length)
})

for (const path of [
  '/p/no-such-product',
  '/p/..%2f..%2fetc',
  '/products/no-such-shelf',
  '/products/oats-and-granola/tag-nonsense',
  '/orders/ord_01j00000000000000000000000',
  '/orders/nonsense',
  '/no-such-page',
]) {
  test(`${path} is not found`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}
