import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import Papa from 'papaparse'
import { signInAs } from './support/people.ts'

type Row = Record<string, string>

function file(name: string, rows: Row[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(Papa.unparse(rows)) }
}

const row = (slug: string, name: string): Row => ({
  slug,
  name,
  tagline: 'From a file',
  description: 'A product that came in with a file of many.',
  category: 'oats-and-granola',
  status: 'published',
  variants: `${slug.toUpperCase()} | 450 g | 4.50 | USD | 0123456789012`,
  images: '/art/harbor-rolled-oats | A carton of oats',
})

test('a marketer brings in a file: problems by line first, then what is right, then it is in the shop', async ({
  page,
}) => {
  await signInAs(page, 'Mika')
  await page.goto('/studio/listings/import')
  const rows = Array.from({ length: 230 }, (_, index) => row(`from-file-${index}`, `From file ${index}`))
  const bad = { ...row('from-file-bad', 'x'), category: 'hats' }
  await page.getByLabel('Choose a CSV file').setInputFiles(file('new.csv', [...rows, bad]))
  await expect(page.getByRole('button', { name: 'Import 230 rows' })).toBeVisible()
  await expect(page.getByRole('row', { name: '232 name Give the product a name.' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Import 230 rows' }).click()
  await expect(page.getByText('The file is in.')).toBeVisible()

  const shown = await page.request.get('/p/from-file-229')
  expect(await shown.text()).toContain('From file 229')
  expect((await page.request.get('/p/from-file-bad')).status()).toBe(404)

  await page.getByRole('button', { name: 'Choose another file' }).click()
  await page.getByLabel('Choose a CSV file').setInputFiles(file('again.csv', rows))
  await expect(page.getByText('as they are already')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)

  const drafts = rows.map(({ slug = '' }) => ({ slug, status: 'draft' }))
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await page.getByLabel('Choose a CSV file').setInputFiles(file('away.csv', drafts))
  await page.getByRole('button', { name: 'Import 230 rows' }).click()
  await expect(page.getByText('The file is in.')).toBeVisible()
  expect((await page.request.get('/p/from-file-0')).status()).toBe(404)
})

test('the export is a file that comes back as it went, and nobody else gets it', async ({
  page,
  request,
}) => {
  expect((await request.get('/studio/listings/export', { maxRedirects: 0 })).status()).toBe(307)
  await signInAs(page, 'Mika')
  await page.goto('/studio/listings/import')
  await page.getByText('What the file holds').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'the file with all listings' }).click(),
  ])
  const path = await download.path()
  const { data } = Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true })
  expect(data.length).toBeGreaterThanOrEqual(30)
  await page.getByLabel('Choose a CSV file').setInputFiles(path)
  await expect(page.getByText('as they are already')).toBeVisible()
  await expect(page.getByText('Lines that will not come in')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
})
