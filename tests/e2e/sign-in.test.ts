import { expect, test } from '@playwright/test'
import { linkIn, nextMail } from '#tests/e2e/support/inbox.ts'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'

test('a mailed link signs in once', async ({ page, browser }) => {
  const address = newAddress()
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?from=/account')
  await page.getByLabel('E-mail').fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()

  const link = linkIn(await nextMail(address))
  expect(link).not.toContain('@')
  expect(link).not.toContain(encodeURIComponent(address))
  await page.goto(link)
  await expect(page).toHaveURL('/account')
  await expect(page.getByText(`Signed in as ${address}`)).toBeVisible()

  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  await other.goto(link)
  await expect(other.getByRole('alert').filter({ hasText: 'has been used' })).toBeVisible()
  await other.goto('/account')
  await expect(other).toHaveURL('/sign-in?from=/account')
  await stranger.close()
})

test('a link nobody was sent is refused', async ({ page }) => {
  await page.goto('/api/auth/callback/email?token=0123456789abcdef&callbackUrl=%2Faccount')
  await expect(page.getByRole('alert').filter({ hasText: 'has been used' })).toBeVisible()
})

test('what is no address is refused in words, and a second link must wait', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('ada at example')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByText('Enter an e-mail address such as ada@example.com.')).toBeVisible()

  const address = newAddress()
  await page.getByLabel('E-mail').fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page).toHaveURL('/sign-in/sent')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByText('Too many tries')).toBeVisible()
})

test('a sign-in returns to this site only', async ({ page }) => {
  await page.goto('/sign-in?from=//elsewhere.example/account')
  await page.getByRole('button', { name: 'Sign in as Ada' }).click()
  await expect(page).toHaveURL('/account')
})

test('signing out ends the session', async ({ page }) => {
  await signInAs(page, 'Ada')
  await expect(page.getByRole('link', { name: 'Your account' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?from=/account')
})

test('a signed-in shopper keeps an address', async ({ page }) => {
  await signInAs(page, 'Ada')
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Lindqvist')
  await page.getByLabel('Street and number').fill('12 Harbor Street')
  await page.getByLabel('City').fill('Portland')
  await page.getByLabel('State').selectOption('ME')
  await page.getByLabel('ZIP code').fill('4101')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Enter a five-digit ZIP code.')).toBeVisible()
  await page.getByLabel('ZIP code').fill('04101')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('ZIP code')).toHaveValue('04101')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a mailed link still signs in', async ({ page }) => {
    const address = newAddress()
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(address)
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
    await page.goto(linkIn(await nextMail(address)))
    await expect(page.getByText(`Signed in as ${address}`)).toBeVisible()
  })
})
