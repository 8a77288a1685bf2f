import { expect, test } from '@playwright/test'

for (const path of [
  '/p/..%2f..%2fetc',
  '/p/Harbor%20Oats',
  '/orders/ord_01j00000000000000000000000',
  '/orders/nonsense',
  '/account/nowhere',
]) {
  test(`${path} is not found, with a way on`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}
