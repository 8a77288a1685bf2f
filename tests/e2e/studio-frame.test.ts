import { expect, test } from '@playwright/test'
import { signInAs } from './support/people.ts'
import { oats } from './support/shopper.ts'

test('the studio says where one is, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, 'Ines')
  const nav = page.getByRole('navigation', { name: 'Studio' })
  const open = nav.locator('[aria-current=page]')
  for (const [path, name] of [
    ['/studio/people', 'People'],
    ['/studio', 'Listings'],
    [`/studio/listings/${oats.slug}`, 'Listings'],
    ['/studio/retailers/greenline', 'Retailers'],
  ] as const) {
    await page.goto(path)
    await expect(open).toHaveText([name])
    await expect(open).toBeInViewport({ ratio: 1 })
  }
  await nav.getByRole('link', { name: 'Insight' }).click()
  await expect(page).toHaveURL('/studio/insight')
  await expect(open).toHaveText(['Insight'])
})

test('an editor fills a wide window and scrolls inside it alone', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signInAs(page, 'Mika')
  for (const path of [`/studio/listings/${oats.slug}`, '/studio/home', '/studio/categories']) {
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Versions' }).last()).toBeVisible()
    await page.getByRole('button', { name: 'Versions' }).last().click()
    expect(await page.evaluate(() => document.documentElement.scrollHeight), path).toBe(900)
  }
})
