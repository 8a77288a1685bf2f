import { expect, test } from '@playwright/test'

for (const [path, title] of [
  ['/p/..%2f..%2fetc', /^Not here/],
  ['/p/Harbor%20Oats', /^Not here/],
  ['/orders/ord_01j00000000000000000000000', /^Your order/],
  ['/orders/nonsense', /^Your order/],
  ['/account/nowhere', /^Not here/],
] as const) {
  test(`${path} is not found, with a way on`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveTitle(title)
  })
}
