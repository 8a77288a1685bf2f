import Papa from 'papaparse'
import { beforeAll, expect, test } from 'vitest'
import { getListing, listCards, listVersions, searchCards } from '#lib/data/listings.ts'
import { saveRetailer } from '#lib/data/retailers.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Tag } from '#lib/domain/listing.ts'
import { cellsOf, type ListingCells } from '#lib/domain/listing-cells.ts'
import { headingProblems, type ImportRow, repeatedSlugs } from '#lib/domain/listing-import.ts'
import { handoffRow } from '#lib/local/sandbox/registry-rows.ts'
import { listings } from '#lib/local/seed/catalogue.ts'
import { seedSite } from '#lib/local/seed/site.ts'
import { exportListings } from '#lib/services/export-listings.ts'
import { importListings } from '#lib/services/import-listings.ts'
import { indexWaiting } from '#lib/services/index-waiting.ts'
import { startShopPages } from '#tests/fixtures/shop-pages.ts'

const by = 'mika@example.com'
const rowsOf = (file: ListingCells[]): ImportRow[] => file.map((cells, index) => ({ line: index + 2, cells }))

async function exported(): Promise<ListingCells[]> {
  let file = ''
  for await (const part of exportListings()) file += part
  return Papa.parse<ListingCells>(file, { header: true, skipEmptyLines: true }).data
}

const product = (slug: string, name: string): ListingCells => ({
  slug,
  name,
  tagline: 'For a cold morning',
  description: 'Oats, and what goes with oats, in a carton.',
  category: 'oats-and-granola',
  variants: 'IMP-1 | 450 g | 4.50 | USD | 0123456789012 | harbor-market=HM-1',
  images: '/art/sea-salt-granola | A carton of oats',
})

beforeAll(async () => {
  await seedSite()
})

test('rows become listings, and the same rows again change nothing', async () => {
  const rows = rowsOf([product('imported-oats', 'Imported oats'), product('imported-rye', '=Imported rye')])
  const looked = await importListings(rows, { apply: false, by })
  expect(looked.outcomes.map(each => each.outcome)).toEqual(['created', 'created'])
  expect(await getListing('imported-oats')).toBeUndefined()

  const first = await importListings(rows, { apply: true, by })
  expect(first).toMatchObject({ outcomes: looked.outcomes, categories: ['oats-and-granola'] })
  expect((await getListing('imported-oats'))?.listing).toMatchObject({
    name: 'Imported oats',
    status: 'draft',
    variants: [{ guidance: { amount: 450, currency: 'USD' }, retailerSkus: { 'harbor-market': 'HM-1' } }],
    updatedBy: by,
  })
  const second = await importListings(rows, { apply: true, by })
  expect(second.outcomes.map(each => each.outcome)).toEqual(['unchanged', 'unchanged'])
  expect(await listVersions('imported-oats')).toHaveLength(1)
})

test('a file with two columns changes those and nothing else', async () => {
  const [row] = rowsOf([{ slug: 'imported-oats', tagline: 'For any morning' }])
  if (!row) throw new Error('no row')
  const before = (await getListing('imported-oats'))?.listing
  expect((await importListings([row], { apply: true, by })).outcomes[0]?.outcome).toBe('changed')
  const after = (await getListing('imported-oats'))?.listing
  expect(after).toEqual({ ...before, tagline: 'For any morning', version: 2, updatedAt: after?.updatedAt })
})

test('a refused row says where and why, changes nothing, and keeps no other from coming in', async () => {
  const good = product('imported-good', 'A good one')
  const bad = { ...product('imported-bad', 'x'), category: 'hats', variants: 'IMP-2 | 1 kg | dear | USD' }
  const stranger = { ...product('imported-odd', 'An odd one'), category: 'hats' }
  const { outcomes } = await importListings(rowsOf([bad, good, stranger]), { apply: true, by })
  expect(outcomes.map(each => each.outcome)).toEqual(['refused', 'created', 'refused'])
  expect(outcomes[0]?.problems).toContainEqual({
    line: 2,
    column: 'name',
    problem: 'Give the product a name.',
  })
  expect(outcomes[0]?.problems.map(problem => problem.column)).toContain('variants')
  expect(outcomes[2]?.problems).toEqual([
    { line: 4, column: 'category', problem: 'There is no category hats.' },
  ])
  expect(await getListing('imported-bad')).toBeUndefined()
  expect(await getListing('imported-odd')).toBeUndefined()
})

test('what goes out comes back unchanged', async () => {
  // One that only hands off has numbers, too, and a disabled one keeps them.
  await saveRetailer({ ...handoffRow('http://localhost:7007'), enabled: false })
  const samples = listings
    .slice(0, 3)
    .map((listing, index) => cellsOf({ ...listing, slug: `imported-sample-${index}` }))
  const brought = await importListings(rowsOf(samples), { apply: true, by })
  expect(brought.outcomes.flatMap(each => each.problems)).toEqual([])
  // Other tests write to the same table meanwhile.
  const file = (await exported()).filter(cells => cells.slug?.startsWith('imported-'))
  expect(file.length).toBeGreaterThanOrEqual(5)
  for (const sample of samples) expect(file.find(cells => cells.slug === sample.slug)).toEqual(sample)
  const { outcomes } = await importListings(rowsOf(file), { apply: true, by })
  expect(outcomes.filter(each => each.outcome !== 'unchanged')).toEqual([])
})

test('what came in stands on the shelf of its category at once, those of its tags and search follow', async () => {
  const word = `rare${newId('event').slice(-8).toLowerCase()}`
  const slug = `imported-${word}`
  const shop = await startShopPages()
  const cells = { ...product(slug, `First ${word}`), tags: 'vegan', status: 'published' }
  await importListings(rowsOf([cells]), { apply: true, by })
  const slugs = async (tag?: Tag) => {
    const { cards } = await listCards({ category: 'oats-and-granola', tag, sort: 'newest', limit: 100 })
    return cards.map(card => card.slug)
  }
  await indexWaiting()
  expect(await slugs()).toContain(slug)
  expect(await slugs('vegan')).not.toContain(slug)
  expect(await searchCards(word)).toEqual([])
  await indexWaiting(new Date(Date.now() + 5 * 60_000))
  expect(await slugs('vegan')).toContain(slug)
  expect((await searchCards(word)).map(card => card.slug)).toEqual([slug])
  expect(shop.tags()).toEqual(expect.arrayContaining(['category:oats-and-granola', 'listings']))
})

test('a slug that stands twice and a heading that is unknown are named', () => {
  const rows = rowsOf([{ slug: 'a' }, { slug: 'b' }, { slug: 'a' }])
  expect(repeatedSlugs(rows)).toEqual([{ line: 4, column: 'slug', problem: 'The same slug is in line 2.' }])
  expect(headingProblems(['slug', 'name'])).toEqual([])
  expect(headingProblems(['Title']).map(problem => problem.column)).toEqual(['slug', 'Title'])
})
