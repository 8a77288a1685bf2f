import { describe, expect, test } from 'vitest'
import { listChangesOf } from '#lib/data/changes.ts'
import { getDraft } from '#lib/data/listing-drafts.ts'
import { getPlan } from '#lib/data/listing-plans.ts'
import { getListing, listAllListings, saveListing } from '#lib/data/listings.ts'
import { newId } from '#lib/domain/ids.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'
import { editOf } from '#lib/domain/listing-edit.ts'
import { seedSite } from '#lib/local/seed/site.ts'
import { createListing } from '#lib/services/create-listing.ts'
import { getListingEdit } from '#lib/services/get-listing-edit.ts'
import { publishDue } from '#lib/services/publish-due.ts'
import { publishListing, rollBackListing, withdrawListing } from '#lib/services/publish-listing.ts'
import { discardDraft, saveDraft } from '#lib/services/save-draft.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'
import { startShopPages } from '#tests/fixtures/shop-pages.ts'

const category = 'oats-and-granola'
const [mika, ines] = ['mika@example.com', 'ines@example.com']
const unique = () => `edited-${newId('event').slice(-10)}`
const shop = await startShopPages()

await seedSite()

/** A listing that is published as its version 1, as the editor holds it. */
async function published() {
  const slug = unique()
  await saveListing(exampleListing(slug), 0)
  const { state } = await getListingEdit(slug)
  return { slug, ...state }
}

/** Saves a draft that must not be stale, and returns what names it. */
async function save(slug: string, typed: { edit: ListingEdit; revision: string; base: number }, by = mika) {
  const outcome = await saveDraft(slug, typed, by)
  if (outcome.status === 'stale') throw new Error('stale')
  return { ...typed, revision: outcome.revision }
}

describe('a new listing', () => {
  const wish = { name: 'Dune Honey', category, copyOf: '' }

  test('is a draft that only the studio knows, under an address of its own', async () => {
    const slug = unique()
    await createListing({ ...wish, slug }, mika)
    expect(await getListing(slug)).toBeUndefined()
    expect((await getListingEdit(slug)).state).toMatchObject({ base: 0, edit: { name: 'Dune Honey' } })
    const { listings } = await listAllListings({ limit: 1000 })
    expect(listings.find(line => line.slug === slug)).toMatchObject({ status: 'draft', name: 'Dune Honey' })
    await expect(createListing({ ...wish, slug }, ines)).rejects.toMatchObject({ code: 'slug_taken' })
    await expect(createListing({ ...wish, slug: (await published()).slug }, ines)).rejects.toMatchObject({
      code: 'slug_taken',
      field: 'slug',
    })
  })

  test('can begin as a copy, without the numbers of the articles copied', async () => {
    const [slug, from] = [unique(), await published()]
    await createListing({ ...wish, slug, copyOf: from.slug }, mika)
    const { edit } = (await getListingEdit(slug)).state
    expect(edit).toMatchObject({ name: 'Dune Honey', tagline: from.edit.tagline, images: from.edit.images })
    expect(edit.variants).toMatchObject([{ label: '450 g', sku: '', retailerSkus: {} }])
  })

  test('is published once nothing it must have is missing', async () => {
    const slug = unique()
    await createListing({ ...wish, slug }, mika)
    const { state } = await getListingEdit(slug)
    const bare = await publishListing(slug, state, mika)
    expect(bare.status === 'incomplete' && bare.checks.map(check => check.path)).toEqual(
      expect.arrayContaining(['tagline', 'description', 'images', 'variants.0.sku', 'variants.0.guidance']),
    )
    expect(await getListing(slug)).toBeUndefined()
    const edit = { ...editOf(exampleListing(slug)), name: 'Dune Honey' }
    const draft = await save(slug, { ...state, edit })
    expect(await publishListing(slug, draft, mika)).toMatchObject({ status: 'published', version: 1 })
    expect((await getListing(slug))?.listing).toMatchObject({ name: 'Dune Honey', status: 'published' })
    expect(await getDraft(slug)).toBeUndefined()
  })

  test('that is discarded leaves nothing behind', async () => {
    const slug = unique()
    await createListing({ ...wish, slug }, mika)
    const { revision } = (await getListingEdit(slug)).state
    expect(await discardDraft(slug, revision)).toBeUndefined()
    await expect(getListingEdit(slug)).rejects.toMatchObject({ code: 'not_found' })
    await createListing({ ...wish, slug }, ines)
  })
})

describe('a draft', () => {
  test('changes nothing in the shop until it is published', async () => {
    const { slug, ...state } = await published()
    const draft = await save(slug, { ...state, edit: { ...state.edit, tagline: 'Not yet.' } })
    expect((await getListing(slug))?.listing).toMatchObject({ version: 1, tagline: state.edit.tagline })
    expect((await getListingEdit(slug)).state.edit.tagline).toBe('Not yet.')
    await publishListing(slug, draft, mika)
    expect((await getListing(slug))?.listing).toMatchObject({ version: 2, tagline: 'Not yet.' })
  })

  test('of two people at once is saved by the first; the second is shown it', async () => {
    const { slug, ...state } = await published()
    const saves = await Promise.all(
      [mika, ines].map(by => saveDraft(slug, { ...state, edit: { ...state.edit, tagline: by } }, by)),
    )
    const statuses = saves.map(each => each.status)
    expect(statuses.toSorted()).toEqual(['saved', 'stale'])
    const second = saves.find(each => each.status === 'stale')
    const first = [mika, ines][statuses.indexOf('saved')]
    expect(second).toMatchObject({ current: { by: first, edit: { tagline: first } } })
  })

  test('that someone published in between is not published over, nor saved over', async () => {
    const { slug, ...state } = await published()
    const theirs = await save(slug, { ...state, edit: { ...state.edit, tagline: 'Theirs.' } }, ines)
    await publishListing(slug, theirs, ines)
    const mine = { ...state, edit: { ...state.edit, name: 'Mine' } }
    for (const outcome of [await saveDraft(slug, mine, mika), await publishListing(slug, mine, mika)]) {
      expect(outcome).toMatchObject({ status: 'stale', current: { base: 2, edit: { tagline: 'Theirs.' } } })
    }
  })

  test('is told what the listing was before it was changed from outside', async () => {
    const { slug, ...state } = await published()
    const draft = await save(slug, state)
    await saveListing({ ...exampleListing(slug), name: 'Imported Oats' }, 1)
    expect(await saveDraft(slug, draft, mika)).toMatchObject({
      status: 'stale',
      ancestor: { name: 'Rolled Oats' },
      current: { base: 2, edit: { name: 'Imported Oats' } },
    })
  })
})

describe('the state of a listing', () => {
  test('goes back and forth with its content kept', async () => {
    const { slug, edit } = await published()
    await withdrawListing(slug, 'draft', mika)
    expect((await getListing(slug))?.listing).toMatchObject({ status: 'draft', version: 2 })
    await withdrawListing(slug, 'archived', mika)
    const { state, status } = await getListingEdit(slug)
    expect(status).toBe('archived')
    expect(state.edit).toEqual(edit)
    await publishListing(slug, state, mika)
    expect((await getListing(slug))?.listing).toMatchObject({ status: 'published', version: 4 })
  })

  test('an earlier version comes back as a new one', async () => {
    const { slug, ...state } = await published()
    const draft = await save(slug, { ...state, edit: { ...state.edit, name: 'A mistake' } })
    await publishListing(slug, draft, mika)
    const now = (await getListingEdit(slug)).state
    const back = await rollBackListing(slug, { ...now, version: 1 }, mika)
    expect(back).toMatchObject({ status: 'rolled_back', version: 3 })
    expect((await getListing(slug))?.listing).toMatchObject({ name: 'Rolled Oats', status: 'published' })
    expect(await rollBackListing(slug, { ...now, version: 1 }, ines)).toMatchObject({ status: 'stale' })
  })
})

describe('what is scheduled', () => {
  const soon = () => new Date(Date.now() + 60_000).toISOString()
  const later = () => new Date(Date.now() + 120_000).toISOString()

  test('is published at its time as it was when scheduled, and taken down at its time', async () => {
    const { slug, ...state } = await published()
    const draft = await save(slug, { ...state, edit: { ...state.edit, name: 'For Friday' } })
    const [publishAt, unpublishAt] = [soon(), later()]
    const outcome = await publishListing(slug, { ...draft, publishAt, unpublishAt }, mika)
    expect(outcome).toMatchObject({ status: 'scheduled', publishAt })
    await save(slug, { ...draft, edit: { ...draft.edit, name: 'Typed afterwards' } })

    await publishDue(new Date())
    expect((await getListing(slug))?.listing.name).toBe('Rolled Oats')
    await publishDue(new Date(Date.parse(publishAt) + 1))
    expect((await getListing(slug))?.listing).toMatchObject({ name: 'For Friday', version: 2 })
    expect(shop.tags()).toContain(`listing:${slug}`)
    expect((await getDraft(slug))?.edit.name).toBe('Typed afterwards')

    await publishDue(new Date(Date.parse(unpublishAt) + 1))
    expect((await getListing(slug))?.listing).toMatchObject({ status: 'draft', version: 3 })
    expect(await getPlan(slug)).toBeUndefined()
    const { changes } = await listChangesOf({ kind: 'listing', id: slug })
    expect(changes.map(({ verb, by }) => `${verb} ${by}`)).toEqual([
      `unpublished ${mika}`,
      `published ${mika}`,
    ])
  })

  test('stays due while the shop has not heard, and is not published twice', async () => {
    const { slug, ...state } = await published()
    const draft = await save(slug, { ...state, edit: { ...state.edit, name: 'For Friday' } })
    const publishAt = soon()
    await publishListing(slug, { ...draft, publishAt }, mika)
    const due = new Date(Date.parse(publishAt) + 1)
    shop.fail(1)
    await publishDue(due)
    expect(await getPlan(slug)).toBeDefined()
    await publishDue(due)
    expect(await getPlan(slug)).toBeUndefined()
    expect((await getListing(slug))?.listing.version).toBe(2)
  })

  test('takes in what others published since, field by field', async () => {
    const { slug, ...state } = await published()
    const draft = await save(slug, { ...state, edit: { ...state.edit, name: 'For Friday' } })
    const publishAt = soon()
    await publishListing(slug, { ...draft, publishAt }, mika)
    await saveListing({ ...exampleListing(slug), tagline: 'Imported meanwhile.' }, 1)
    await publishDue(new Date(Date.parse(publishAt) + 1))
    expect((await getListing(slug))?.listing).toMatchObject({
      name: 'For Friday',
      tagline: 'Imported meanwhile.',
      version: 3,
    })
  })
})
