import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '#tests/e2e/support/people.ts'

// Products that no other test buys or counts.
const tea = { slug: 'driftwood-smoked-tea', name: 'Driftwood Smoked Tea', shelf: 'tea-and-cocoa' }
const cocoa = { slug: 'plain-dark-cocoa', name: 'Plain Dark Cocoa', shelf: 'tea-and-cocoa' }

async function save(page: Page) {
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/Saved as version \d+/)).toBeVisible()
}

test('an edit shows in the shop at once', async ({ page, browser }) => {
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/p/${tea.slug}`)
  await visitor.goto(`/products/${tea.shelf}`)
  await expect(visitor.getByRole('link', { name: tea.name })).toBeVisible()

  await signInAs(page, 'Mika')
  await page.getByLabel('Name').fill('driftwood')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: tea.name }).click()
  const words = `Smoked over driftwood, edition ${Date.now()}.`
  await page.getByLabel('Tagline').fill(words)
  await save(page)
  // The very first request after the save: what the shop showed before must not be served once more.
  expect(await (await visitor.request.get(`/p/${tea.slug}`)).text()).toContain(words)
  await visitor.goto(`/products/${tea.shelf}`)
  await expect(visitor.getByText(words)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('complementary', { name: 'Versions' }).getByRole('listitem')).not.toHaveCount(1)
})

test('a draft leaves the shop, and comes back when published', async ({ page, browser }) => {
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/p/${cocoa.slug}`)
  await signInAs(page, 'Mika')
  await page.goto(`/studio/listings/${cocoa.slug}`)
  await page.getByLabel('State').selectOption('draft')
  await save(page)
  expect((await visitor.goto(`/p/${cocoa.slug}`))?.status()).toBe(404)
  await visitor.goto(`/products/${cocoa.shelf}`)
  await expect(visitor.getByRole('link', { name: cocoa.name })).toHaveCount(0)
  await page.getByLabel('State').selectOption('published')
  await save(page)
  expect((await visitor.goto(`/p/${cocoa.slug}`))?.status()).toBe(200)
  await visitor.goto(`/products/${cocoa.shelf}`)
  await expect(visitor.getByRole('link', { name: cocoa.name })).toBeVisible()
})

test('a save after someone else is refused, shows both, and loses nothing', async ({ page, context }) => {
  const listing = '/studio/listings/rosehip-and-mint'
  await signInAs(page, 'Mika')
  await page.goto(listing)
  const other = await context.newPage()
  await other.goto(listing)
  await other.getByLabel('Tagline').fill('Theirs, saved first.')
  await save(other)

  await page.getByLabel('Tagline').fill('Mine, saved second.')
  await page.getByLabel('Name').fill('Rosehip and Mint')
  await page.getByRole('button', { name: 'Save' }).click()
  const conflict = page.getByRole('alert').filter({ hasText: 'while you were editing' })
  await expect(conflict).toContainText('Theirs, saved first.')
  await expect(page.getByLabel('Tagline')).toHaveValue('Mine, saved second.')
  await conflict.getByRole('button', { name: 'Take theirs' }).last().click()
  await expect(page.getByLabel('Tagline')).toHaveValue('Theirs, saved first.')
  await save(page)
  await page.reload()
  await expect(page.getByLabel('Name')).toHaveValue('Rosehip and Mint')
})

test('what cannot be is refused at its field', async ({ page }) => {
  await signInAs(page, 'Mika')
  await page.goto('/studio/listings/green-cove-tea')
  await page.getByLabel('Name').fill(' ')
  await page.getByLabel('2.5 oz (70 g), $').fill('four')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Give the product a name.')).toBeVisible()
  await expect(page.getByText('Write a price such as 4.50.')).toBeVisible()
})

test('a shopper sees no studio and cannot use its action', async ({ page, browser }) => {
  const listing = '/studio/listings/fog-watch-tea'
  const studio = await (await browser.newContext()).newPage()
  await signInAs(studio, 'Mika')
  await studio.goto(listing)
  await studio.getByLabel('Tagline').fill('What a shopper must not write.')
  let stolen: { headers: Record<string, string>; body: string } | undefined
  await studio.route(`**${listing}`, async (route, request) => {
    if (request.method() !== 'POST') return route.continue()
    stolen = { headers: request.headers(), body: request.postData() ?? '' }
    await route.abort()
  })
  await studio.getByRole('button', { name: 'Save' }).click()
  await expect(studio.getByText('Not saved: the site did not answer.')).toBeVisible()

  await page.goto(listing)
  await expect(page).toHaveURL(/\/sign-in\?from=/)
  await signInAs(page, 'Ada')
  expect((await page.goto('/studio'))?.status()).toBe(404)
  expect((await page.goto(listing))?.status()).toBe(404)
  for (const path of [listing, '/account', '/sign-in']) {
    const { cookie: _, ...headers } = stolen?.headers ?? {}
    const answer = await page.request.post(path, { headers, data: stolen?.body })
    expect(await answer.text()).not.toContain('"status":"saved"')
  }
  await studio.unroute(`**${listing}`)
  await studio.reload()
  await expect(studio.getByLabel('Tagline')).not.toHaveValue('What a shopper must not write.')
})
