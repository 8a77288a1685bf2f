import { expect, test } from '@playwright/test'

test('a shopper walks from home along a shelf to a product', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page
    .getByRole('region', { name: 'Five shelves, no filler' })
    .getByRole('link', { name: 'Tea & Cocoa' })
    .click()
  await expect(page).toHaveURL('/products/tea-and-cocoa')
  await page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: 'Organic' }).click()
  await expect(page).toHaveURL('/products/tea-and-cocoa/tag-organic')
  await page.getByRole('navigation', { name: 'Sort' }).getByRole('link', { name: 'A to Z' }).click()
  await expect(page).toHaveURL('/products/tea-and-cocoa/tag-organic/sort-name')
  const first = page.getByRole('article').first()
  const name = (await first.getByRole('heading').textContent()) ?? ''
  await first.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('the whole pantry comes in pages, no product twice', async ({ page }) => {
  await page.goto('/products')
  const names = page.getByRole('article').getByRole('heading')
  const first = await names.allInnerTexts()
  expect(first).toHaveLength(24)
  await page.getByRole('link', { name: 'Further along the shelf' }).click()
  await expect(page.getByRole('link', { name: 'Back to the start' })).toBeVisible()
  const second = await names.allInnerTexts()
  expect(second.length).toBeGreaterThan(0)
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length)
})

test('prices are sorted as asked', async ({ page }) => {
  await page.goto('/products/oils-and-vinegars/sort-price-low')
  const tickets = await page
    .getByRole('article')
    .getByText(/^from \$/)
    .allInnerTexts()
  const prices = tickets.map(ticket => Number(ticket.replace(/[^\d.]/g, '')))
  expect(prices.length).toBeGreaterThan(3)
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('what the shops ask follows the size that is chosen', async ({ page }) => {
      await page.goto('/p/fog-watch-tea')
      const offers = page.getByRole('region', { name: 'What the shops ask' })
      await expect(offers.getByRole('table', { name: '40 bags' })).toBeVisible()
      await expect(offers.getByRole('table', { name: '80 bags' })).toBeHidden()
      await page.getByText('80 bags', { exact: true }).first().click()
      await expect(offers.getByRole('table', { name: '80 bags' })).toBeVisible()
      await expect(offers.getByRole('table', { name: '40 bags' })).toBeHidden()
      await expect(offers.getByRole('row')).not.toHaveCount(0)
    })

    test('search finds products, and says so when it finds none', async ({ page }) => {
      await page.goto('/search')
      const box = page.getByRole('main').getByRole('searchbox')
      await box.fill('cocoa')
      await box.press('Enter')
      await expect(page).toHaveURL('/search?q=cocoa')
      await expect(page.getByRole('article').first()).toContainText('Cocoa')
      await page.goto('/search?q=zeppelin')
      await expect(page.getByRole('heading', { name: 'Nothing by that name.' })).toBeVisible()
    })
  })
}

test('a product page tells search engines of one offer a seller', async ({ page }) => {
  await page.goto('/p/fog-watch-tea')
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents()
  const group = blocks.map(block => JSON.parse(block)).find(block => block['@type'] === 'ProductGroup')
  expect(group.hasVariant).toHaveLength(2)
  for (const product of group.hasVariant) {
    const sellers = product.offers.map((offer: { seller: { name: string } }) => offer.seller.name)
    expect(sellers.length).toBeGreaterThan(1)
    expect(new Set(sellers).size).toBe(sellers.length)
  }
})

test('what does not exist is a 404 with a way on', async ({ page }) => {
  for (const path of [
    '/p/no-such-thing',
    '/products/no-such-shelf',
    '/products/tea-and-cocoa/tag-cheap',
    '/products/tea-and-cocoa/after-nonsense',
    '/front/de',
    '/nowhere',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible()
  }
})

test('a chosen theme is there on the next page before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Change between light and dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/products', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('pages may be kept by a CDN and framed by nobody else: home and a product page by the studio only', async ({
  request,
}) => {
  const pages = { '/': 'self', '/products/tea-and-cocoa': 'none', '/p/fog-watch-tea': 'self' }
  for (const [path, framedBy] of Object.entries(pages)) {
    const answer = await request.get(path)
    const headers = answer.headers()
    expect(headers['cache-control'], path).toContain('s-maxage')
    expect(headers['content-security-policy'], path).toContain(`frame-ancestors '${framedBy}'`)
    expect(headers['set-cookie'], path).toBeUndefined()
  }
})

test('revalidation without the secret is refused', async ({ request }) => {
  const answer = await request.post('/api/revalidate', { data: { tags: ['listings'] } })
  expect(answer.status()).toBe(401)
})
