import { expect, test } from 'vitest'
import { indexListing, listUnindexed } from '#lib/data/index-listing.ts'
import { getListing, listCards, saveListing, saveOffers, searchCards } from '#lib/data/listings.ts'
import { saveListings } from '#lib/data/save-listings.ts'
import { newId } from '#lib/domain/ids.ts'
import { type Listing, tags } from '#lib/domain/listing.ts'
import { browseListings } from '#lib/services/browse-listings.ts'
import { indexWaiting } from '#lib/services/index-waiting.ts'
import { exampleListing, exampleOffer } from '#tests/fixtures/listing.ts'
import { startShopPages } from '#tests/fixtures/shop-pages.ts'

// Other tests write to the same table meanwhile.
const category = `oats-${newId('event').slice(-10)}`
const shop = await startShopPages()
const inFiveMinutes = () => new Date(Date.now() + 5 * 60_000)
const isWaiting = async (slug: string) =>
  (await listUnindexed(inFiveMinutes().toISOString(), 1000)).includes(slug)

/** A listing with a name of its own, stored as a file's listings are. */
async function stored(changes: Partial<Listing> = {}): Promise<Listing> {
  const word = `rare${newId('event').slice(-8).toLowerCase()}`
  const listing = exampleListing(`waits-${word}`, { category, name: word, ...changes })
  expect(await saveListings([{ listing, expectedVersion: 0 }])).toEqual([true])
  return listing
}

/** The shelves that the listing stands on. */
async function shelves(slug: string): Promise<string[]> {
  const lists = await Promise.all(
    [undefined, ...tags].map(async tag => ({
      shelf: tag ?? 'category',
      ...(await listCards({ category, tag, sort: 'name' })),
    })),
  )
  return lists.filter(({ cards }) => cards.some(card => card.slug === slug)).map(({ shelf }) => shelf)
}

const found = async (query: string) => ({
  shop: (await searchCards(query)).map(card => card.slug),
  studio: (await browseListings({ query })).listings.map(listing => listing.slug),
})

test('words and the shelves of tags follow when they are due, and the shop hears of it', async () => {
  const { slug, name } = await stored()
  await indexWaiting()
  expect(await shelves(slug)).toEqual(['category'])
  expect(await found(name)).toEqual({ shop: [], studio: [] })
  await indexWaiting(inFiveMinutes())
  expect(await shelves(slug)).toEqual(['category', 'vegan'])
  expect(await found(name)).toEqual({ shop: [slug], studio: [slug] })
  expect(shop.tags()).toEqual(expect.arrayContaining([`category:${category}`, 'listings']))
  expect(await isWaiting(slug)).toBe(false)
})

test('what no longer fits goes: a tag at once, a word when the new ones come', async () => {
  const listing = await stored()
  const { slug, name } = listing
  await indexWaiting(inFiveMinutes())
  await saveListings([{ listing: { ...listing, name: `z${name}`, tags: ['organic'] }, expectedVersion: 1 }])
  expect(await shelves(slug)).toEqual(['category'])
  await indexWaiting(inFiveMinutes())
  expect(await shelves(slug)).toEqual(['category', 'organic'])
  expect(await found(name)).toEqual({ shop: [], studio: [] })
  expect(await found(`z${name}`)).toEqual({ shop: [slug], studio: [slug] })
})

test('a listing waits on where the shop has not heard', async () => {
  const { slug } = await stored()
  shop.fail(1)
  await indexWaiting(inFiveMinutes())
  expect(await isWaiting(slug)).toBe(true)
  await indexWaiting(inFiveMinutes())
  expect(await isWaiting(slug)).toBe(false)
})

test('one that is edited, priced or taken down while it waits stands where it should', async () => {
  const [edited, priced, gone] = [await stored(), await stored(), await stored()]
  await saveListing({ ...edited, tagline: 'For any morning.' }, 1)
  expect(await shelves(edited.slug)).toEqual(['category', 'vegan'])
  await saveOffers(priced.slug, [exampleOffer(priced, 'harbor-market', 1)])
  await saveListings([{ listing: { ...gone, status: 'draft' }, expectedVersion: 1 }])
  await indexWaiting(inFiveMinutes())
  expect(await shelves(gone.slug)).toEqual([])
  const { cards } = await listCards({ category, tag: 'vegan', sort: 'price-low' })
  expect(cards.at(0)?.slug).toBe(priced.slug)
  expect(cards.map(card => card.slug)).toContain(edited.slug)
})

test('one that is saved while it is indexed ends up as it was saved', async () => {
  const { slug } = await stored()
  for (let round = 1; round <= 12; round++) {
    const before = (await getListing(slug))?.listing
    if (!before) throw new Error('not stored')
    const tag = tags[round % tags.length] ?? 'new'
    const listing = { ...before, tags: [tag] }
    const edits = [{ listing, expectedVersion: before.version }]
    await Promise.all([
      indexListing(slug),
      round % 2 ? saveListings(edits) : saveListing(listing, before.version),
    ])
    await indexWaiting(inFiveMinutes())
    expect(await shelves(slug)).toEqual(['category', tag])
  }
})

test('one that is priced while it is indexed stands by its new price', async () => {
  const own = { category: `${category}-own` }
  const [listing, other] = [await stored(own), await stored(own)]
  await saveOffers(other.slug, [exampleOffer(other, 'harbor-market', 200)])
  await indexListing(other.slug)
  for (let round = 1; round <= 6; round++) {
    await saveListings([{ listing, expectedVersion: round }])
    const isCheaper = round % 2 === 0
    const price = isCheaper ? 100 : 300
    await Promise.all([
      indexListing(listing.slug),
      saveOffers(listing.slug, [exampleOffer(listing, 'harbor-market', price)]),
    ])
    await indexWaiting(inFiveMinutes())
    const { cards } = await listCards({ ...own, tag: 'vegan', sort: 'price-low' })
    const slugs = cards.map(card => card.slug)
    expect(slugs).toEqual(isCheaper ? [listing.slug, other.slug] : [other.slug, listing.slug])
  }
})
