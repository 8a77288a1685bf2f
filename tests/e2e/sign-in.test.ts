import { expect, type Page, test } from '@playwright/test'
import { linkIn, nextMail } from '#tests/e2e/support/inbox.ts'
import { newAddress, signInAs } from '#tests/e2e/support/people.ts'
import { addToCart, jam, oats } from '#tests/e2e/support/shopper.ts'

test('a mailed link signs in once', async ({ page, browser }) => {
  const address = newAddress()
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?from=/account')
  await page.getByLabel('E-mail', { exact: true }).fill(address)
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

test("the guest cart joins the customer's on sign-in and stays with them", async ({ page, browser }) => {
  // A second link to one address has to wait.
  test.slow()
  const address = newAddress()
  async function enter(where: Page, mails: number) {
    await where.goto('/sign-in')
    await where.getByLabel('E-mail', { exact: true }).fill(address)
    await where.getByRole('button', { name: 'Mail me a link' }).click()
    await expect(where).toHaveURL('/sign-in/sent')
    await where.goto(linkIn(await nextMail(address, mails)))
    await expect(where.getByText(`Signed in as ${address}`)).toBeVisible()
  }
  await addToCart(page, oats, 2)
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await enter(page, 1)
  await page.goto('/cart')
  await expect(page.getByLabel(`Quantity of ${oats.name}`)).toHaveValue('2')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: 'Nothing in it yet' })).toBeVisible()

  const phone = await browser.newContext()
  const other = await phone.newPage()
  await addToCart(other, oats, 1)
  await addToCart(other, jam, 1)
  await other.goto('/cart')
  await expect(other.getByRole('link', { name: 'Buy from Harbor Market' })).toBeVisible()
  await expect(async () => enter(other, 2)).toPass({ timeout: 50_000 })
  await other.goto('/cart')
  await expect(other.getByLabel(`Quantity of ${oats.name}`)).toHaveValue('3')
  await expect(other.getByLabel(`Quantity of ${jam.name}`)).toHaveValue('1')
  await phone.close()
})

test('what is no address is refused in words, and a second link must wait', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill('ada at example')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByText('Enter an e-mail address such as ada@example.com.')).toBeVisible()

  const address = newAddress()
  await page.getByLabel('E-mail', { exact: true }).fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page).toHaveURL('/sign-in/sent')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(address)
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
    await page.getByLabel('E-mail', { exact: true }).fill(address)
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
    await page.goto(linkIn(await nextMail(address)))
    await expect(page.getByText(`Signed in as ${address}`)).toBeVisible()
  })
})
