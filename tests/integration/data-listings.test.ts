import { describe, expect, test } from 'vitest'
import { writeCursor } from '#lib/data/cursor.ts'
import { shelfItems, writeItems } from '#lib/data/listing-batch.ts'
import {
  getListing,
  getListings,
  listAllListings,
  listCards,
  listingItems,
  listVersions,
  saveListing,
  saveOffers,
  searchCards,
} from '#lib/data/listings.ts'
import { saveListings } from '#lib/data/save-listings.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import { type Listing, type ListingSort, tags } from '#lib/domain/listing.ts'
import { money } from '#lib/domain/money.ts'
import { exampleListing, exampleOffer } from '#tests/fixtures/listing.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'

/** A name nobody else in this run uses: tests share one table. */
const unique = (word: string) => `${word}-${newId('event').slice(-10)}`

async function allSlugs(list: { category: string; sort: ListingSort; limit?: number }): Promise<string[]> {
  const slugs: string[] = []
  let after: string | undefined
  do {
    const page = await listCards({ ...list, after })
    slugs.push(...page.cards.map(card => card.slug))
    after = page.next
  } while (after)
  return slugs
}

function priced(slug: string, amount: number, changes: Partial<Listing>): Listing {
  const listing = exampleListing(slug, changes)
  const variants = listing.variants.map(variant => ({ ...variant, guidance: money(amount, 'USD') }))
  return { ...listing, variants }
}

describe('a listing', () => {
  test('comes back with its offers in one Query, its history not read', async () => {
    const listing = exampleListing(unique('oats'))
    await saveListing(listing, 0)
    await saveOffers(listing.slug, [
      exampleOffer(listing, 'harbor-market', 449),
      exampleOffer(listing, 'greenline', 499),
    ])
    const { commands } = await requestsOf(client, async () => {
      const found = await getListing(listing.slug)
      expect(found?.listing).toEqual(listing)
      expect(found?.offers.map(offer => offer.price.amount).toSorted()).toEqual([449, 499])
    })
    expect(commands).toEqual(['Query'])
    expect(await getListing(unique('nothing'))).toBeUndefined()
  })

  test('keeps every version, newest first', async () => {
    const slug = unique('oats')
    await saveListing(exampleListing(slug, { name: 'First' }), 0)
    await saveListing(exampleListing(slug, { name: 'Second' }), 1)
    expect((await listVersions(slug)).map(({ version, name }) => `${version} ${name}`)).toEqual([
      '2 Second',
      '1 First',
    ])
  })

  test('is saved by one of two who started from the same version', async () => {
    const slug = unique('oats')
    await saveListing(exampleListing(slug), 0)
    const saves = await Promise.allSettled(
      ['One', 'Two', 'Three'].map(name => saveListing(exampleListing(slug, { name }), 1)),
    )
    expect(saves.filter(save => save.status === 'fulfilled')).toHaveLength(1)
    for (const save of saves) {
      if (save.status === 'rejected') expect(save.reason).toMatchObject({ code: 'stale_version' })
    }
    expect((await getListing(slug))?.listing.version).toBe(2)
    await expect(saveListing(exampleListing(slug), 0)).rejects.toMatchObject({ code: 'stale_version' })
  })

  test('is saved with others or without them, where one of them comes too late', async () => {
    const [first, late, twice, last] = ['first', 'late', 'twice', 'last'].map(unique)
    const edit = (slug = '', name = 'New') => ({
      listing: exampleListing(slug, { name }),
      expectedVersion: 0,
    })
    await saveListing(exampleListing(late ?? '', { name: 'Old' }), 0)
    const edits = [edit(first), edit(late), edit(twice), edit(twice, 'Newer'), edit(last)]
    const saved = await saveListings(edits)
    expect(saved.filter(Boolean)).toHaveLength(3)
    expect([saved[0], saved[1], saved[4]]).toEqual([true, false, true])
    expect((await getListing(late ?? ''))?.listing).toMatchObject({ name: 'Old', version: 1 })
    expect((await getListing(last ?? ''))?.listing).toMatchObject({ name: 'New', version: 1 })
    expect((await getListing(twice ?? ''))?.listing.version).toBe(1)
  })

  test('is found among many by slug in one BatchGet, unknown ones left out', async () => {
    const slugs = [unique('oats'), unique('oats')]
    for (const slug of slugs) await saveListing(exampleListing(slug), 0)
    const { commands } = await requestsOf(client, async () => {
      const found = await getListings([...slugs, ...slugs, unique('nothing')])
      expect(found.map(listing => listing.slug).toSorted()).toEqual(slugs.toSorted())
    })
    expect(commands).toEqual(['BatchGetItem'])
    expect(await getListings([])).toEqual([])
  })

  test('moves between shelves with every edit, and leaves them as a draft', async () => {
    const [before, after, slug] = [unique('before'), unique('after'), unique('oats')]
    await saveListing(exampleListing(slug, { category: before, tags: [...tags] }), 0)
    expect(await allSlugs({ category: before, sort: 'featured' })).toEqual([slug])
    await saveListing(exampleListing(slug, { category: after, name: 'Renamed', tags: [...tags] }), 1)
    expect(await allSlugs({ category: before, sort: 'featured' })).toEqual([])
    const { cards } = await listCards({ category: after, tag: 'organic', sort: 'name' })
    expect(cards.map(card => card.name)).toEqual(['Renamed'])
    await saveListing(exampleListing(slug, { category: after, status: 'draft' }), 2)
    expect(await allSlugs({ category: after, sort: 'price-low' })).toEqual([])
  })

  test('is listed for the studio, drafts too', async () => {
    const slug = unique('draft')
    await saveListing(exampleListing(slug, { status: 'draft' }), 0)
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await listAllListings({ after, limit: 3 })
      found.push(...page.listings.map(listing => listing.slug))
      after = page.next
    } while (after)
    expect(found).toContain(slug)
    expect(new Set(found).size).toBe(found.length)
  })
})

describe('a list of cards', () => {
  test('pages through ties without losing or repeating any, in both directions', async () => {
    const category = unique('ties')
    const slugs = Array.from({ length: 7 }, (_, index) => `${category}-${index}`)
    await writeItems(slugs.flatMap(slug => listingItems(exampleListing(slug, { category }))))
    for (const sort of ['featured', 'price-low', 'price-high', 'newest', 'name'] as const) {
      expect((await allSlugs({ category, sort, limit: 2 })).toSorted()).toEqual(slugs)
    }
  })

  test('follows price and age', async () => {
    const category = unique('sorted')
    const listing = (name: string, amount: number, createdAt: string) =>
      priced(`${category}-${name}`, amount, { category, createdAt })
    await saveListing(listing('mid', 1000, '2026-03-01T00:00:00.000Z'), 0)
    await saveListing(listing('low', 999, '2026-01-01T00:00:00.000Z'), 0)
    await saveListing(listing('high', 10_000, '2026-02-01T00:00:00.000Z'), 0)
    const order = async (sort: ListingSort) =>
      (await allSlugs({ category, sort })).map(slug => slug.split('-').at(-1)).join(' ')
    expect(await order('price-low')).toBe('low mid high')
    expect(await order('price-high')).toBe('high mid low')
    expect(await order('newest')).toBe('mid high low')
  })

  test('shows the lowest offer, once offers move it', async () => {
    const category = unique('moved')
    const dear = priced(`${category}-dear`, 900, { category })
    const cheap = priced(`${category}-cheap`, 800, { category })
    for (const listing of [dear, cheap]) await saveListing(listing, 0)
    expect(await saveOffers(dear.slug, [exampleOffer(dear, 'greenline', 700)])).toEqual({ changed: true })
    const { cards } = await listCards({ category, sort: 'price-low' })
    expect(cards.map(card => card.priceFrom.amount)).toEqual([700, 800])
    expect(await saveOffers(dear.slug, [exampleOffer(dear, 'greenline', 700)])).toEqual({ changed: false })
    await saveOffers(dear.slug, [], ['greenline'])
    expect((await listCards({ category, sort: 'price-low' })).cards.at(-1)?.priceFrom.amount).toBe(900)
  })

  test.each([
    ['no parts', 'W10'],
    ['one part', 'WyJhIl0'],
    ['not JSON', 'bm90IGpzb24'],
    ['a path', '../..'],
    ['too much', 'x'.repeat(5000)],
  ])('refuses a start with %s', async (_, after) => {
    const page = listCards({ sort: 'featured', after })
    await expect(page).rejects.toMatchObject({ code: 'invalid_input', field: 'after' })
  })

  test('refuses a price to go on from that is none', async () => {
    const page = listCards({ sort: 'price-low', after: writeCursor(['oats', '000001', 'dear']) })
    await expect(page).rejects.toMatchObject({ code: 'invalid_input', field: 'after' })
  })

  test('costs the same units among 100 listings as among 3,000', { timeout: 120_000 }, async () => {
    const category = unique('scale')
    const batch = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => {
        const slug = `${category}-${String(from + index).padStart(6, '0')}`
        return shelfItems(exampleListing(slug, { category, tags: [], position: from + index }))
      }).flat()
    const page = () => requestsOf(client, () => listCards({ category, sort: 'featured' }))
    await writeItems(batch(0, 100))
    const small = await page()
    await writeItems(batch(100, 3000))
    const large = await page()
    expect(small.units).toBeGreaterThan(0)
    expect(large).toEqual(small)
    expect(large.commands).toEqual(['Query', 'BatchGetItem'])
  })
})

describe('search', () => {
  test('ranks by words matched, then by where they stand, and follows edits', async () => {
    const rare = `zz${newId('event').slice(-8)}`
    const named = exampleListing(unique('named'), { name: `Thé ${rare} Oats` })
    const tagged = exampleListing(unique('tagged'), { name: 'Beans', tagline: `With ${rare}, slowly.` })
    for (const listing of [named, tagged]) await saveListing(listing, 0)
    const slugs = async (query: string) => (await searchCards(query)).map(card => card.slug)
    expect(await slugs(rare)).toEqual([named.slug, tagged.slug])
    expect((await slugs(`beans ${rare}`))[0]).toBe(tagged.slug)
    expect(await slugs(rare.slice(0, 6).toUpperCase())).toEqual([named.slug, tagged.slug])
    await saveListing({ ...named, name: 'Plain Oats' }, 1)
    expect(await slugs(rare)).toEqual([tagged.slug])
    await saveListing({ ...tagged, status: 'draft' }, 1)
    expect(await slugs(rare)).toEqual([])
    expect(await slugs('!?')).toEqual([])
  })
})
