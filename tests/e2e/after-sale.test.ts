import { expect, type Page, test } from '@playwright/test'
import { mailTo, nextMail } from '#tests/e2e/support/inbox.ts'
import { inspect } from '#tests/e2e/support/inspect.ts'
import { newAddress } from '#tests/e2e/support/people.ts'
import { addToCart, booksOf, chooseRetailer, fillCheckout, oats, pay } from '#tests/e2e/support/shopper.ts'
import { stack } from '#tests/e2e/support/stack.ts'

const patience = { timeout: 30_000 }
const phone = { width: 390, height: 844 }
const asksShopper = '4000 0000 0000 3063'

async function buyThree(page: Page, email: string, retailer: string, card?: string): Promise<string> {
  await addToCart(page, oats, 3)
  await chooseRetailer(page, retailer)
  await fillCheckout(page, email, card)
  return pay(page)
}

/** The retailer's own page for the order, where a person can have it do things. */
async function atRetailer(page: Page, retailer: string): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: `See it at ${retailer}` }).click()
  return opened
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('parcels, their tracking and money back show on the open order page, and a mail tells of each once', async ({
  page,
}) => {
  test.slow()
  const email = newAddress()
  // Reports that come twice must not show.
  await fetch(`${stack.retailer('harbor-market')}/sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ webhookDuplicate: 2 }),
  })
  await buyThree(page, email, 'Harbor Market')
  await expect(title(page, 'Harbor Market has your order')).toBeVisible()
  const retailer = await atRetailer(page, 'Harbor Market')

  await retailer.getByRole('button', { name: 'Ship part' }).click()
  await page.bringToFront()
  await expect(title(page, 'Harbor Market has sent part of your order')).toBeVisible(patience)
  await expect(page.getByText('1 of 3 shipped')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Track this parcel' })).toBeVisible()
  await expect.poll(async () => (await mailTo(email)).map(mail => mail.subject), patience).toHaveLength(2)
  await inspect(page)
  await page.setViewportSize(phone)

  await retailer.getByRole('button', { name: 'Ship all that is left' }).click()
  await retailer.getByRole('button', { name: 'Refund one article' }).click()
  await page.bringToFront()
  await expect(title(page, 'Harbor Market has sent your order')).toBeVisible(patience)
  await expect(page.getByRole('heading', { name: 'Money back' })).toBeVisible(patience)
  await expect(page.getByRole('link', { name: 'Track this parcel' })).toHaveCount(2)

  await retailer.getByRole('button', { name: 'Deliver what was sent' }).click()
  await page.bringToFront()
  await expect(title(page, 'Your order has arrived')).toBeVisible(patience)
  await expect
    .poll(
      async () => (await mailTo(email)).filter(({ subject }) => subject.includes('has arrived')).length,
      patience,
    )
    .toBe(2)
  const subjects = (await mailTo(email)).map(mail => mail.subject)
  expect(subjects.filter(subject => subject.includes('on its way'))).toHaveLength(2)
  expect(subjects.filter(subject => subject.includes('back for order'))).toHaveLength(1)
})

test('an order that the retailer calls off is shown as cancelled', async ({ page }) => {
  const email = newAddress()
  await buyThree(page, email, 'Greenline')
  await expect(title(page, 'Greenline has your order')).toBeVisible()
  const retailer = await atRetailer(page, 'Greenline')
  await retailer.getByRole('button', { name: 'Cancel this order' }).click()
  await page.bringToFront()
  await expect(title(page, 'This order was cancelled')).toBeVisible(patience)
  expect((await nextMail(email, 2)).subject).toContain('is cancelled')
})

test('a retailer that wants the shopper on its page gets them, and sends them back to an order that goes on', async ({
  page,
}) => {
  await page.setViewportSize(phone)
  const order = await buyThree(page, newAddress(), 'Harbor Market', asksShopper)
  await expect(title(page, 'Harbor Market needs one more step from you')).toBeVisible()
  await inspect(page)
  await page.setViewportSize(phone)
  await page.getByRole('link', { name: 'Continue at Harbor Market' }).click()
  await expect(page.getByText('Please confirm that you want to buy this')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await page.getByRole('button', { name: 'Confirm and go back' }).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${order}$`))
  await expect(title(page, 'Harbor Market has your order')).toBeVisible(patience)
  expect(await booksOf('harbor-market', order)).toHaveLength(1)
})

test('a shopper who gives up on the retailer’s page has bought nothing, and is told so', async ({ page }) => {
  await page.setViewportSize(phone)
  const email = newAddress()
  const order = await buyThree(page, email, 'Greenline', asksShopper)
  await page.getByRole('link', { name: 'Continue at Greenline' }).click()
  await page.getByRole('button', { name: 'I do not want it any more' }).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${order}$`))
  await expect(title(page, 'This order did not go through')).toBeVisible(patience)
  await expect(page.getByText('Nothing was charged').first()).toBeVisible()
  expect(await booksOf('greenline', order)).toEqual([])
  expect((await nextMail(email)).subject).toContain('was not placed')
})
