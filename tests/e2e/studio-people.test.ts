import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { newAddress, signInAs, signInByMail } from './support/people.ts'

test('an admin lets someone in and takes the role away again, which holds at once and is recorded', async ({
  browser,
  page,
}) => {
  await signInAs(page, 'Ines')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const email = newAddress()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Role').selectOption('marketer')
  await page.getByRole('button', { name: 'Give the role' }).click()
  const row = page.getByRole('listitem').filter({ hasText: email })
  await expect(row).toContainText('marketer')

  const other = await (await browser.newContext()).newPage()
  await signInByMail(other, email)
  await other.goto('/studio')
  await expect(other.getByRole('heading', { name: 'Listings' })).toBeVisible()
  expect((await other.goto('/studio/people'))?.status()).toBe(404)

  await row.getByRole('button', { name: `Take the role away from ${email}` }).click()
  await expect(row).toHaveCount(0)
  expect((await other.goto('/studio'))?.status()).toBe(404)

  await page.goto('/studio/changes')
  await expect(page.getByText(`Changed the role of person ${email}`).first()).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
