import { describe, expect, test } from 'vitest'
import { getPlan } from '#lib/data/listing-plans.ts'
import { getListing, saveListing } from '#lib/data/listings.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Listing } from '#lib/domain/listing.ts'
import type { KnownListing } from '#lib/domain/listing-state.ts'
import { browseListings, type ListingFilter } from '#lib/services/browse-listings.ts'
import { createListing } from '#lib/services/create-listing.ts'
import { getListingEdit } from '#lib/services/get-listing-edit.ts'
import { publishListing } from '#lib/services/publish-listing.ts'
import { publishMany } from '#lib/services/publish-many.ts'
import { discardDraft, saveDraft } from '#lib/services/save-draft.ts'
import { addCategory } from '#tests/fixtures/categories.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'

const mika = 'mika@example.com'
const unique = (word: string) => `${word}-${newId('event').slice(-10).toLowerCase()}`

/** A category of its own, so that what other tests store does not show. */
async function newCategory(): Promise<string> {
  return (await addCategory(unique('shelf'))).slug
}

async function store(changes: Partial<Listing>): Promise<string> {
  const slug = unique('row')
  await saveListing(exampleListing(slug, changes), 0)
  return slug
}

/** Everything a filter finds, page by page. */
async function slugsOf(filter: ListingFilter): Promise<string[]> {
  const found: string[] = []
  let after: string | undefined
  do {
    const page = await browseListings({ ...filter, after })
    found.push(...page.listings.map(({ slug }) => slug))
    after = page.next
  } while (after)
  return found
}

/** A listing as its row knows it. */
async function knownOf(slug: string): Promise<KnownListing> {
  const { state, versions } = await getListingEdit(slug)
  return { slug, version: versions[0]?.version ?? 0, revision: state.revision, base: state.base }
}

/** Changes a listing's draft and nothing else. */
async function type(slug: string, changes: object): Promise<void> {
  const { state } = await getListingEdit(slug)
  const outcome = await saveDraft(slug, { ...state, edit: { ...state.edit, ...changes } }, mika)
  expect(outcome.status).toBe('saved')
}

describe('the studio’s table', () => {
  test('shows a category, and in it each state, what has a draft and what is scheduled', async () => {
    const category = await newCategory()
    const shown = await store({ category })
    const hidden = await store({ category, status: 'draft' })
    const away = await store({ category, status: 'archived' })
    const edited = await store({ category })
    await type(edited, { tagline: 'Not yet.' })
    const coming = await store({ category, status: 'draft' })
    const known = await knownOf(coming)
    await publishListing(coming, { ...known, publishAt: '2099-01-01T00:00:00.000Z' }, mika)
    const begun = unique('begun')
    await createListing({ slug: begun, name: 'Begun', category, copyOf: '' }, mika)

    const all = [shown, hidden, away, edited, coming, begun]
    expect(await slugsOf({ category })).toEqual(all.toSorted())
    const states = {
      published: [shown, edited],
      draft: [hidden, coming, begun],
      archived: [away],
      drafted: [edited, begun],
      scheduled: [coming],
    } as const
    for (const [state, expected] of Object.entries(states)) {
      const found = await slugsOf({ category, state: state as keyof typeof states })
      expect(found, state).toEqual(expected.toSorted())
    }
    expect(await slugsOf({ state: 'archived' })).toContain(away)
    expect(await slugsOf({ state: 'drafted' })).toEqual(expect.arrayContaining([edited, begun]))
    const { listings } = await browseListings({ category })
    const marked = (slug: string) => listings.find(row => row.slug === slug)
    expect(marked(edited)?.draft).toMatchObject({ base: 1, by: mika })
    expect(marked(shown)?.draft).toBeUndefined()
    expect(marked(coming)?.plan?.publishAt).toBe('2099-01-01T00:00:00.000Z')
  })

  test('finds listings by the words of their names as they are now, drafts too', async () => {
    const category = await newCategory()
    const word = unique('quince').replaceAll('-', '')
    const slug = await store({ category, name: `Salt & ${word} jelly` })
    const begun = unique('begun')
    await createListing({ slug: begun, name: `${word} paste`, category, copyOf: '' }, mika)
    expect(await slugsOf({ query: word.slice(0, -1) })).toEqual([slug, begun].toSorted())
    expect(await slugsOf({ query: `JEL ${word}` })).toEqual([slug])
    expect(await slugsOf({ query: word, category, state: 'draft' })).toEqual([begun])
    expect(await slugsOf({ query: word, category, state: 'drafted' })).toEqual([begun])
    expect(await slugsOf({ query: word, category: 'no-such-shelf' })).toEqual([])

    const listing = (await getListing(slug))?.listing
    await saveListing({ ...exampleListing(slug), ...listing, name: 'Renamed' }, 1)
    await type(begun, { name: 'Other paste' })
    expect(await slugsOf({ query: word })).toEqual([])
    expect(await slugsOf({ query: 'other paste', category })).toEqual([begun])
    await discardDraft(begun, (await knownOf(begun)).revision)
    expect(await slugsOf({ query: 'other paste', category })).toEqual([])
  })

  test('reads a page in as many requests however many pages there are', async () => {
    const category = await newCategory()
    const slugs = await Promise.all(Array.from({ length: 30 }, () => store({ category })))
    for (const filter of [{ category }, { category, state: 'published' } as const]) {
      const { commands } = await requestsOf(client, async () => {
        const page = await browseListings(filter)
        expect(page.listings.map(({ slug }) => slug)).toEqual(slugs.toSorted().slice(0, 25))
      })
      expect(commands.length).toBeLessThanOrEqual(5)
      expect(await slugsOf(filter)).toEqual(slugs.toSorted())
    }
    await expect(browseListings({ category, after: 'forged' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })
})

describe('many listings at once', () => {
  test('are published each for itself: what lacks something or was changed meanwhile stays', async () => {
    const category = await newCategory()
    const [hidden, edited, shown] = [
      await store({ category, status: 'draft' }),
      await store({ category }),
      await store({ category }),
    ]
    await type(edited, { tagline: 'Now it is.' })
    const bare = unique('bare')
    await createListing({ slug: bare, name: 'Bare', category, copyOf: '' }, mika)
    const raced = await store({ category, status: 'draft' })
    const rows = await Promise.all([hidden, edited, shown, bare, raced].map(knownOf))
    await type(raced, { tagline: 'Someone was quicker.' })

    const outcome = await publishMany('publish', rows, mika)
    expect(outcome.done.map(({ slug }) => slug).toSorted()).toEqual([hidden, edited].toSorted())
    expect(outcome.categories).toEqual([category])
    const reasons = Object.fromEntries(outcome.refused.map(({ slug, reason }) => [slug, reason]))
    expect(reasons).toEqual({
      [shown]: 'It is published already.',
      [bare]: expect.stringMatching(/ And \d+ more to put right\.$/),
      [raced]: 'Someone changed it meanwhile. Open it to see what.',
    })
    expect(outcome.refused.find(({ slug }) => slug === bare)?.name).toBe('Bare')
    expect((await getListing(edited))?.listing).toMatchObject({ version: 2, tagline: 'Now it is.' })
    expect((await getListing(raced))?.listing).toMatchObject({ version: 1, status: 'draft' })
  })

  test('keep the time they were to be taken down at when published, and lose it when unpublished', async () => {
    const slug = await store({ category: await newCategory() })
    const unpublishAt = '2099-01-01T00:00:00.000Z'
    await publishListing(slug, { ...(await knownOf(slug)), unpublishAt }, mika)
    await type(slug, { tagline: 'Newer.' })
    expect((await publishMany('publish', [await knownOf(slug)], mika)).refused).toEqual([])
    expect((await getPlan(slug))?.unpublishAt).toBe(unpublishAt)

    const before = await knownOf(slug)
    expect((await publishMany('unpublish', [before], mika)).done).toEqual([{ slug, version: 3 }])
    expect(await getPlan(slug)).toBeUndefined()
    const again = await publishMany('unpublish', [before, { ...before, slug: unique('gone') }], mika)
    expect(again.done).toEqual([])
    expect(again.refused.map(({ reason }) => reason)).toEqual([
      'It is not published.',
      'It is not published.',
    ])
  })
})
