import { expect, type Page, test } from '@playwright/test'
import { mailTo } from '#tests/e2e/support/inbox.ts'
import { newAddress } from '#tests/e2e/support/people.ts'
import { addToCart, booksOf, fillCheckout, offerOf, pay, payButton } from '#tests/e2e/support/shopper.ts'
import { setStock } from '#tests/e2e/support/stock.ts'

// Harbor Market alone has the small jam; Parcel & Pantry asks less for the oil. Each sends its part free of charge.
const jam = { slug: 'beach-plum-jam', name: 'Beach Plum Jam' }
const oil = { slug: 'everyday-olive-oil', name: 'Everyday Olive Oil' }
const early = { slug: 'early-harvest-olive-oil', label: '500 ml' }

const splitOffer = (page: Page) => page.getByRole('article', { name: /^Split it and save \$/ })
const otherPart = (page: Page) => page.getByRole('region', { name: 'The other part of this purchase' })

function cents(text: string | null): number {
  return Math.round(Number((text ?? '').replace(/[^\d.]/g, '')) * 100)
}

async function goToSplitCheckout(page: Page): Promise<void> {
  await page.goto('/cart')
  await splitOffer(page)
    .getByRole('link', { name: /^Buy in 2 parcels/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a split basket is bought in one checkout: two orders, two charges, two mails', async ({ page }) => {
    const email = newAddress()
    await addToCart(page, jam, 5)
    await addToCart(page, oil, 6)
    await page.goto('/cart')
    const offer = splitOffer(page)
    await expect(offer.getByRole('listitem').filter({ hasText: jam.name }).first()).toContainText(
      'Harbor Market',
    )
    const single = cents(
      await offerOf(page, 'Harbor Market')
        .getByRole('link', { name: /^Buy from/ })
        .textContent(),
    )
    await goToSplitCheckout(page)
    await expect(page.getByText('Your card statement will show two charges:')).toBeVisible()
    await fillCheckout(page, email)
    const total = cents(await payButton(page).textContent())
    expect(total).toBeLessThan(single)
    const order = await pay(page)
    await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
    const other = otherPart(page)
    await expect(other.getByText('Parcel & Pantry has this part.')).toBeVisible()
    await expect(other.getByRole('button', { name: /back in my cart/ })).toHaveCount(0)
    await other.getByRole('link', { name: /at Parcel & Pantry$/ }).click()
    await expect(page.getByRole('heading', { name: 'Parcel & Pantry has your order' })).toBeVisible()
    const second = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const booked = [
      ...(await booksOf('harbor-market', order)),
      ...(await booksOf('parcel-and-pantry', second)),
    ]
    expect(booked).toHaveLength(2)
    expect(booked.reduce((sum, each) => sum + each.total, 0)).toBe(total)
    await expect.poll(async () => (await mailTo(email)).length, { timeout: 20_000 }).toBe(2)
    for (const mail of await mailTo(email)) expect(mail.text).toContain('one of two orders from one purchase')
  })
})

test('a part that runs out fails alone: the rest is bought, and the failed part goes back in the cart', async ({
  page,
}) => {
  await addToCart(page, jam, 5)
  await page.goto(`/p/${early.slug}`)
  await page.getByText(early.label).first().click()
  await page.getByLabel('Quantity', { exact: true }).fill('4')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('Added: 4')).toBeVisible()
  await goToSplitCheckout(page)
  await fillCheckout(page, newAddress())
  try {
    await setStock(early, 0, 'parcel-and-pantry')
    await pay(page)
    await expect(page.getByRole('heading', { name: 'Harbor Market has your order' })).toBeVisible()
    const other = otherPart(page)
    await expect(other.getByText(/This part did not go through.*Nothing was charged for/)).toBeVisible()
    await expect(other.getByText('The rest of your purchase is not affected.')).toBeVisible()
    await other.getByRole('button', { name: 'Put the failed part back in my cart' }).click()
    await expect(page).toHaveURL(/\/cart$/)
    await expect(page.getByRole('textbox', { name: /^Quantity of Early Harvest/ })).toHaveValue('4')
    await expect(page.getByRole('textbox', { name: /^Quantity of/ })).toHaveCount(1)
  } finally {
    await setStock(early, 2000, 'parcel-and-pantry')
  }
})

test('what was typed at the checkout outlives a reload, all but the card', async ({ page }) => {
  await addToCart(page, jam, 5)
  await addToCart(page, oil, 6)
  await goToSplitCheckout(page)
  const email = newAddress()
  await fillCheckout(page, email)
  await page.getByRole('checkbox').first().check()
  await page.reload()
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(email)
  await expect(page.getByLabel('Street and number', { exact: true })).toHaveValue('350 Fifth Avenue')
  await expect(page.getByRole('checkbox').first()).toBeChecked()
  for (const field of ['Card number', 'Expiry', 'Security code', 'Name on card']) {
    await expect(page.getByLabel(field, { exact: true })).toHaveValue('')
  }
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('4242')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the split is offered too', async ({ page }) => {
    for (const [{ slug }, quantity] of [
      [jam, '5'],
      [oil, '6'],
    ] as const) {
      await page.goto(`/p/${slug}`)
      await page.getByRole('textbox', { name: 'Quantity' }).fill(quantity)
      await page.getByRole('button', { name: 'Add to cart' }).click()
      await expect(page).toHaveURL(/\/cart\/plain$/)
    }
    const link = splitOffer(page).getByRole('link', { name: /^Buy in 2 parcels/ })
    await expect(link).toHaveAttribute('href', /\?quote=quo_\w+&quote=quo_\w+$/)
  })
})
