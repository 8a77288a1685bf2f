import { expect, test } from '@playwright/test'
import { mailTo, nextMail } from '#tests/e2e/support/inbox.ts'
import { inspect } from '#tests/e2e/support/inspect.ts'
import { newAddress } from '#tests/e2e/support/people.ts'
import { addToCart } from '#tests/e2e/support/shopper.ts'
import { refreshOffers, setStock } from '#tests/e2e/support/stock.ts'

// No other file counts on red wine vinegar, nor on all shops having any. One test after the other: they share it.
const vinegar = { slug: 'red-wine-vinegar', name: 'Red Wine Vinegar' }
const everywhere = (available: number) => setStock({ slug: vinegar.slug, label: '375 ml' }, available)

test.beforeEach(() => everywhere(0))
test.afterEach(async () => {
  await everywhere(2000)
  await refreshOffers()
})

test('what nobody has is swapped for something similar with one press', async ({ page }) => {
  test.slow()
  await addToCart(page, vinegar, 2)
  await page.goto('/cart')
  await expect(page.getByText('No shop has this now.')).toBeVisible()
  await inspect(page)
  const similar = page.getByRole('region', { name: 'Similar from Marram' })
  await similar
    .getByRole('button', { name: /^Swap for this/ })
    .first()
    .click()
  await expect(page.getByRole('textbox', { name: /^Quantity of Red Wine/ })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: /^Quantity of Orchard Cider Vinegar/ })).toHaveValue('2')
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await expect(page.getByText('No shop has this now.')).toHaveCount(0)
})

test('who asks is mailed once when it is back, from the cart and from the product page', async ({ page }) => {
  test.slow()
  const [inCart, onPage] = [newAddress(), newAddress()]
  await addToCart(page, vinegar)
  await page.goto('/cart')
  await page.getByLabel('Tell me when it is back').fill('not an address')
  await page.getByRole('button', { name: 'Tell me' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Enter an e-mail address' })).toBeVisible()
  await page.getByLabel('Tell me when it is back').fill(inCart)
  await page.getByRole('button', { name: 'Tell me' }).click()
  await expect(page.getByText('We will write to you once')).toBeVisible()

  await refreshOffers()
  await expect(async () => {
    await page.goto(`/p/${vinegar.slug}`)
    await expect(page.getByText('No shop has this size now.').first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await inspect(page)
  await page.getByLabel('Tell me when it is back').first().fill(onPage)
  await page.getByRole('button', { name: 'Tell me' }).first().click()
  await expect(page.getByText('We will write to you once')).toBeVisible()

  await refreshOffers()
  expect(await mailTo(inCart)).toEqual([])
  await everywhere(2000)
  await refreshOffers()
  await refreshOffers()
  for (const email of [inCart, onPage])
    expect((await nextMail(email)).subject).toBe('Red Wine Vinegar is back')
  await refreshOffers()
  for (const email of [inCart, onPage]) expect(await mailTo(email)).toHaveLength(1)
})
