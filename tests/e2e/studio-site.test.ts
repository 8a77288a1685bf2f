import { type Browser, expect, type Page, test } from '@playwright/test'
import { signInAs } from '#tests/e2e/support/people.ts'
import { jam } from '#tests/e2e/support/shopper.ts'
import { saved } from '#tests/e2e/support/studio.ts'

const code = Date.now().toString(36)
const category = { name: `Snacks ${code}`, slug: `snacks-${code}` }

async function visitor(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** Publishes what the editor holds, now. */
async function publish(page: Page): Promise<void> {
  await saved(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/^Published as version \d+/)).toBeVisible()
}

test('a category, a shelf of it on the home page, an announcement; and the home page rolled back', async ({
  page,
  browser,
}) => {
  const shopper = await visitor(browser)
  const shown = async (path: string) => (await shopper.request.get(path)).text()
  await signInAs(page, 'Mika')

  await test.step('a category is in the menu once it is published', async () => {
    await page.getByRole('link', { name: 'Categories' }).click()
    await page.getByLabel('Name of the new category').fill(category.name)
    await expect(page.getByLabel('Address, for good')).toHaveValue(category.slug)
    await page.getByRole('button', { name: 'Add the category' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText('Say in a line or two what is on this shelf.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Words', exact: true }).last().fill('Between meals.')
    await page.getByRole('button', { name: `Move ${category.name} up` }).click()
    expect(await shown('/about')).not.toContain(category.slug)
    await publish(page)
    expect(await shown('/about')).toContain(`/products/${category.slug}`)
    expect(await shown(`/products/${category.slug}`)).toContain('Between meals.')
  })

  await test.step('one with products cannot go, and says how many', async () => {
    await page.getByRole('button', { name: 'Remove Spreads & Preserves' }).click()
    await expect(page.getByText(/^Spreads & Preserves still has \d+ listings\./)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remove Spreads & Preserves' })).toBeVisible()
  })

  await test.step('a shelf on the home page is previewed, and then published', async () => {
    await page.getByRole('link', { name: 'Home page' }).click()
    await page.getByLabel('Another section').selectOption('shelf')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByLabel('Title').last().fill(`For the ferry ${code}`)
    await page.getByLabel('Products', { exact: true }).last().selectOption('chosen')
    await page.getByLabel('Find a product').last().fill('marmalade')
    await page.getByRole('button', { name: 'Find' }).last().click()
    await page.getByRole('button', { name: `Choose ${jam.name}` }).click()
    await saved(page)
    const frame = page.frameLocator('iframe[title="Preview of the home page"]')
    const shelf = frame.getByRole('region', { name: `For the ferry ${code}` })
    await expect(shelf.getByRole('link', { name: jam.name })).toBeVisible()
    expect(await shown('/')).not.toContain(`For the ferry ${code}`)
    await publish(page)
    expect(await shown('/')).toContain(`For the ferry ${code}`)
  })

  await test.step('an announcement is on every page until a shopper puts it away', async () => {
    await page.getByRole('link', { name: 'Announcements' }).click()
    await page.getByRole('button', { name: 'Add an announcement' }).click()
    await page.getByLabel('Text').last().fill(`Free delivery this week, ${code}.`)
    await publish(page)
    await shopper.goto('/how-it-works')
    const line = shopper.getByRole('complementary', { name: 'Announcement' })
    await expect(line).toContainText(code)
    await line.getByRole('button', { name: 'Put this announcement away' }).click()
    await expect(line).toBeHidden()
    await shopper.goto('/')
    await expect(line).toBeHidden()
    await page.getByRole('button', { name: /^Remove Free delivery/ }).click()
    await publish(page)
    expect(await shown('/')).not.toContain('Free delivery this week')
  })

  await test.step('the home page is rolled back, and the category leaves the shop', async () => {
    await page.getByRole('link', { name: 'Home page' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Home page' })).toBeVisible()
    await page.getByRole('button', { name: 'Versions' }).last().click()
    await page.getByRole('button', { name: /^Version 1(?!\d)/ }).click()
    await page.getByRole('button', { name: 'Roll back to version 1' }).click()
    await expect(page.getByText(/^Rolled back to version 1/)).toBeVisible()
    expect(await shown('/')).not.toContain(`For the ferry ${code}`)
    await page.getByRole('link', { name: 'Categories' }).click()
    await page.getByRole('button', { name: `Remove ${category.name}` }).click()
    await publish(page)
    expect(await shown('/')).not.toContain(category.slug)
  })
})
