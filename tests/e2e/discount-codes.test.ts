import { expect, test } from '@playwright/test'
import { add, buyFrom, fillCheckout, offer, openCart, payButton } from '#tests/e2e/support/basket.ts'

test('a discount code is taken or refused by the retailer, and what it saves is paid', async ({ page }) => {
  await add(page, 'harbor-rolled-oats', 6)
  await openCart(page)
  const card = offer(page, 'Greenline')
  const total = card.locator('dd').last()
  const full = (await total.textContent()) ?? ''
  await card.getByText('Have a discount code?').click()
  await card.getByRole('textbox', { name: 'Discount code for Greenline' }).fill('NOSUCHCODE')
  await card.getByRole('button', { name: 'Apply' }).last().click()
  await expect(card.getByText('Greenline does not take this code.')).toBeVisible()
  await expect(total).toHaveText(full)

  await card.getByRole('textbox', { name: 'Discount code for Greenline' }).fill('green10')
  await card.getByRole('button', { name: 'Apply' }).last().click()
  await expect(card.getByText(/^Code green10 saves \$\d/).first()).toBeVisible()
  await expect(total).not.toHaveText(full)
  const reduced = (await total.textContent()) ?? ''

  await buyFrom(page, 'Greenline')
  await fillCheckout(page)
  const consent = page.getByRole('checkbox', { name: 'Let Greenline send me its own offers.' })
  await expect(consent).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: /Harbor Market/ })).toHaveCount(0)
  await expect(payButton(page)).toHaveText(`Pay ${reduced}`)
  await payButton(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/order/i)
  await expect(page.getByText(reduced).first()).toBeVisible()
})
