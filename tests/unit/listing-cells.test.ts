import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { tags } from '#lib/domain/listing.ts'
import {
  cellsOf,
  columnOf,
  contentOf,
  listingColumns,
  listingContentSchema,
} from '#lib/domain/listing-cells.ts'
import { listings } from '#lib/local/seed/catalogue.ts'

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'ab |\\n=+-@\',"\n;é '), maxLength })
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
const pair = fc.record({ label: text(12), value: text(12) })

const content = fc.record({
  slug,
  name: text(30).map(name => `${name.trim()}ab`),
  tagline: text(30).map(tagline => `ab${tagline.trim()}x`),
  description: text(40).map(words => `A description of it: ${words}.`),
  category: slug,
  position: fc.nat(999_999),
  status: fc.constantFrom('draft' as const, 'published' as const),
  tags: fc.uniqueArray(fc.constantFrom(...tags)),
  variants: fc.array(
    fc.record({
      sku: fc.stringMatching(/^[A-Z0-9]{1,6}(-[A-Z0-9]{1,6}){0,2}$/),
      gtin: fc.stringMatching(/^\d{13}$/),
      label: text(20).map(label => `x${label.trim()}y`),
      guidance: fc.record({ amount: fc.nat(9_999_999), currency: fc.constantFrom('USD', 'EUR') }),
      retailerSkus: fc.dictionary(slug, text(10)),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  images: fc.array(
    fc.record({ src: slug.map(name => `/art/${name}`), alt: text(20).map(alt => `x${alt}y`) }),
    {
      minLength: 1,
      maxLength: 2,
    },
  ),
  facts: fc.array(pair, { maxLength: 3 }),
  ingredients: text(20),
  allergens: text(20),
  nutrition: fc.array(pair, { maxLength: 3 }),
  substitutes: fc.uniqueArray(slug, { maxLength: 3 }),
  seo: fc.record({ title: text(20), description: text(20) }),
})

/** Out to a file and back. */
function travelled(rows: Record<string, string>[]): Record<string, string>[] {
  const file = Papa.unparse(rows, { columns: [...listingColumns] })
  return Papa.parse<Record<string, string>>(file, { header: true }).data
}

test('any listing comes back from a file as it went out', () => {
  fc.assert(
    fc.property(content, listing => {
      const [row = {}] = travelled([cellsOf(listing)])
      expect(contentOf(row, undefined)).toEqual(listing)
    }),
    { numRuns: 500 },
  )
})

test('so does every product of the shop', () => {
  const rows = travelled(listings.map(cellsOf))
  const back = rows.map(row => listingContentSchema.parse(contentOf(row, undefined)))
  expect(back).toEqual(listings.map(listing => listingContentSchema.parse(listing)))
})

test('no cell can be taken for a formula', () => {
  fc.assert(
    fc.property(content, listing => {
      for (const cell of Object.values(cellsOf(listing))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test('a column that the file does not have stays as it is', () => {
  const [before] = listings
  if (!before) throw new Error('no products')
  const after = contentOf({ slug: before.slug, name: 'Another name' }, before)
  expect(after).toMatchObject({ ...listingContentSchema.parse(before), name: 'Another name' })
})

test('a refused value is named by its column', () => {
  const [before] = listings
  if (!before) throw new Error('no products')
  const cells = {
    ...cellsOf(before),
    variants: 'sku | 450 g | cheap | USD',
    position: 'first',
    'seo title': 'x'.repeat(71),
  }
  const checked = listingContentSchema.safeParse(contentOf(cells, undefined))
  const columns = new Set(checked.error?.issues.map(issue => columnOf(issue.path)))
  expect(columns).toEqual(new Set(['variants', 'position', 'seo title']))
})
