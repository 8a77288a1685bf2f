import { expect, test } from '@playwright/test'
import { inspect } from '#tests/e2e/support/inspect.ts'
import { signInAs } from '#tests/e2e/support/people.ts'
import { choose, publishNow, saved } from '#tests/e2e/support/studio.ts'

// Products that no other test buys or counts.
const salted = {
  slug: 'sea-salt-drinking-cocoa',
  name: 'Sea Salt Drinking Cocoa',
  shelf: 'tea-and-cocoa',
}
const tea = { slug: 'driftwood-smoked-tea', name: 'Driftwood Smoked Tea', shelf: 'tea-and-cocoa' }
const cocoa = { slug: 'plain-dark-cocoa', name: 'Plain Dark Cocoa', shelf: 'tea-and-cocoa' }

test('an edit shows in the shop as soon as it is published, and not before', async ({ page, browser }) => {
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
  await saved(page)
  await page.reload()
  await expect(page.getByLabel('Tagline')).toHaveValue(words)
  expect(await (await visitor.request.get(`/p/${tea.slug}`)).text()).not.toContain(words)
  await page.getByLabel('Tagline').fill(`${words} `)
  await publishNow(page)
  // The very first request after it: what the shop showed before must not be served once more.
  expect(await (await visitor.request.get(`/p/${tea.slug}`)).text()).toContain(words)
  await visitor.goto(`/products/${tea.shelf}`)
  await expect(visitor.getByText(words)).toBeVisible()
})

test('what is unpublished leaves the shop, and comes back when published', async ({ page, browser }) => {
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/p/${cocoa.slug}`)
  await signInAs(page, 'Mika')
  await page.goto(`/studio/listings/${cocoa.slug}`)
  await choose(page, 'Unpublish')
  await expect(page.getByText('It is out of the shop.')).toBeVisible()
  expect((await visitor.goto(`/p/${cocoa.slug}`))?.status()).toBe(404)
  await visitor.goto(`/products/${cocoa.shelf}`)
  await expect(visitor.getByRole('link', { name: cocoa.name })).toHaveCount(0)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Published as version/)).toBeVisible()
  expect((await visitor.goto(`/p/${cocoa.slug}`))?.status()).toBe(200)
  await visitor.goto(`/products/${cocoa.shelf}`)
  await expect(visitor.getByRole('link', { name: cocoa.name })).toBeVisible()
})

test('many listings are selected, unpublished and published by keys; one that lacks something is named', async ({
  page,
  browser,
}) => {
  const visitor = await (await browser.newContext()).newPage()
  const draft = `Drinking zest ${Date.now().toString(36)}`
  await signInAs(page, 'Mika')
  await page.goto('/studio/listings/new')
  await page.getByLabel('Name').fill(draft)
  await page.getByLabel('Category').selectOption(salted.shelf)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('button', { name: /^Publish: \d+ missing$/ })).toBeVisible()

  await page.goto('/studio?q=drinking&state=published')
  const row = page.getByRole('row', { name: salted.name })
  await expect(row.getByText('Published')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('j?x')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('j?x')
  await page.getByLabel('State').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('j')
  await expect(row.getByRole('link')).toBeFocused()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Unpublish' }).press('Enter')
  await page.getByRole('button', { name: 'Unpublish 1 listing' }).press('Enter')
  await expect(page.getByText('1 unpublished.')).toBeVisible()
  expect((await visitor.request.get(`/p/${salted.slug}`)).status()).toBe(404)

  await page.goto(`/studio?q=drinking&category=${salted.shelf}&state=draft`)
  await page.getByLabel(/^Select all/).press('Space')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  const told = page.getByRole('status').filter({ hasText: /1 published, \d+ not\./ })
  await expect(told.getByRole('listitem').filter({ hasText: draft })).toContainText('more to put right.')
  await expect(page.getByLabel(`Select ${draft}`)).toBeChecked()
  expect((await visitor.request.get(`/p/${salted.slug}`)).status()).toBe(200)
  await inspect(page)
  await page.goto('/studio/changes')
  await expect(page.getByText(`Published listing ${salted.slug}`).first()).toBeVisible()
})

test('of two people at once the second sees what changed, and nothing is lost', async ({ page, context }) => {
  const listing = '/studio/listings/rosehip-and-mint'
  await signInAs(page, 'Mika')
  await page.goto(listing)
  const other = await context.newPage()
  await other.goto(listing)
  await other.getByLabel('Tagline').fill('Theirs, saved first.')
  await other.getByLabel('Allergens').fill('Theirs alone.')
  await saved(other)

  await page.getByLabel('Tagline').fill('Mine, saved second.')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Rosehip and Mint')
  const conflict = page.getByRole('alert', { name: 'Conflict' })
  await expect(conflict).toContainText('Theirs, saved first.')
  await expect(page.getByLabel('Tagline')).toHaveValue('Mine, saved second.')
  await expect(page.getByLabel('Allergens')).toHaveValue('Theirs alone.')
  await conflict.getByRole('button', { name: 'Take theirs' }).click()
  await expect(page.getByLabel('Tagline')).toHaveValue('Theirs, saved first.')
  await saved(page)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Rosehip and Mint')
  await expect(page.getByLabel('Tagline')).toHaveValue('Theirs, saved first.')
})

test('what cannot be published is said at its field, and kept as a draft', async ({ page }) => {
  await signInAs(page, 'Mika')
  await page.goto('/studio/listings/green-cove-tea')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(' ')
  await page.getByLabel('Suggested price, $').first().fill('four')
  await page.getByLabel('Our SKU').first().focus()
  await expect(page.getByText('Give the product a name.').first()).toBeVisible()
  await expect(page.getByText('Write a price such as 4.50.').first()).toBeVisible()
  await saved(page)
  await page.getByRole('button', { name: 'Publish: 2 missing' }).click()
  await page.getByRole('button', { name: /Suggested price/ }).click()
  await expect(page.getByLabel('Suggested price, $').first()).toBeFocused()
  page.on('dialog', dialog => dialog.accept())
  await choose(page, 'Discard the draft')
  await expect(page.getByLabel('Suggested price, $').first()).not.toHaveValue('four')
})

test('a shopper sees no studio and cannot use its action', async ({ page, browser }) => {
  const listing = '/studio/listings/fog-watch-tea'
  const studio = await (await browser.newContext()).newPage()
  await signInAs(studio, 'Mika')
  await studio.goto(listing)
  let stolen: { headers: Record<string, string>; body: string } | undefined
  await studio.route(`**${listing}`, async (route, request) => {
    if (request.method() !== 'POST') return route.continue()
    stolen = { headers: request.headers(), body: request.postData() ?? '' }
    await route.abort()
  })
  await studio.getByLabel('Tagline').fill('What a shopper must not write.')
  await expect(studio.getByText('Not saved: the site did not answer.')).toBeVisible()
  await studio.goto('about:blank')

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
  await studio.goto(listing)
  await expect(studio.getByLabel('Tagline')).not.toHaveValue('What a shopper must not write.')
})
