import { beforeAll, describe, expect, test } from 'vitest'
import { listCategories } from '#lib/data/categories.ts'
import { getDocumentDraft, getPublished, listPublished } from '#lib/data/documents.ts'
import { saveListing } from '#lib/data/listings.ts'
import { newId } from '#lib/domain/ids.ts'
import { type Announcement, blankAnnouncement } from '#lib/domain/site/announcements.ts'
import { blankCategory, type Category } from '#lib/domain/site/categories.ts'
import type { DocumentName } from '#lib/domain/site/document-titles.ts'
import { blankSection, type Home } from '#lib/domain/site/home.ts'
import { seedSite, site } from '#lib/local/seed/site.ts'
import { browseCategory } from '#lib/services/browse-category.ts'
import { homePath, listingPath, signPreview } from '#lib/services/preview-link.ts'
import {
  compareDocumentVersions,
  discardDocument,
  getDocumentEdit,
  saveDocument,
} from '#lib/services/site/edit-document.ts'
import { getFrame } from '#lib/services/site/get-frame.ts'
import { getHome, getHomePreview } from '#lib/services/site/get-home.ts'
import { publishDocument, rollBackDocument } from '#lib/services/site/publish-document.ts'
import { turnAnnouncements } from '#lib/services/site/turn-announcements.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'
import { startShopPages } from '#tests/fixtures/shop-pages.ts'

const [mika, ines] = ['mika@example.com', 'ines@example.com']
const shop = await startShopPages()
beforeAll(seedSite)

/** Saves a draft that must not be stale, and returns what names it. */
async function draft(name: DocumentName, edit: object, by = mika) {
  const { state } = await getDocumentEdit(name)
  const outcome = await saveDocument(name, { ...state, edit: { ...state.edit, ...edit } }, by)
  if (outcome.status === 'stale') throw new Error('stale')
  return { revision: outcome.revision, base: state.base }
}

const note = (title: string): Home['sections'][number] => ({
  ...blankSection('text', title.toLowerCase()),
  title,
  ...{ words: 'A few words.' },
})

describe('the home page', () => {
  const opened = () => getDocumentEdit('home').then(({ state }) => state)

  test('is what is published, its draft seen by whoever holds a preview of it and nobody else', async () => {
    expect(await getHome()).toEqual(site.home.sections)
    await draft('home', { sections: [...site.home.sections, note('Kitchen')] })
    expect(await getHome()).toEqual(site.home.sections)
    const own = await signPreview(homePath, 60)
    expect((await getHomePreview(own))?.at(-1)).toEqual(note('Kitchen'))
    for (const held of [
      undefined,
      'x',
      await signPreview(listingPath('oats'), 60),
      await signPreview(homePath, -1),
    ]) {
      expect(await getHomePreview(held)).toBeUndefined()
    }
    await discardDocument('home', (await opened()).revision)
    expect(await getHomePreview(own)).toEqual(site.home.sections)
  })

  test('is published as a version, told apart from the one before, and rolled back', async () => {
    const before = (await opened()).base
    const edited = await draft('home', { sections: [note('First'), ...site.home.sections] })
    const published = await publishDocument('home', edited, mika)
    expect(published).toMatchObject({ status: 'published', version: before + 1, tags: ['home'] })
    expect(await getDocumentDraft('home')).toBeUndefined()
    expect((await getHome())[0]).toEqual(note('First'))
    expect((await compareDocumentVersions('home', before + 1)).map(({ name }) => name)).toContain(
      'First: title',
    )
    const back = await rollBackDocument('home', { ...(await opened()), version: before }, ines)
    expect(back).toMatchObject({ status: 'published', version: before + 2 })
    expect(await getHome()).toEqual(site.home.sections)
    expect((await listPublished('home'))[0]).toMatchObject({ version: before + 2, by: ines })
  })

  test('of two people at once is saved by the first; the second is shown it, and what both began from', async () => {
    const state = await opened()
    const saves = await Promise.all(
      [mika, ines].map(by =>
        saveDocument('home', { ...state, edit: { sections: [note(by.slice(0, 4))] } }, by),
      ),
    )
    expect(saves.map(({ status }) => status).toSorted()).toEqual(['saved', 'stale'])
    const [saved, stale] = saves.toSorted((a, b) => (a.status < b.status ? -1 : 1))
    expect(stale).toMatchObject({ current: { base: state.base, edit: { sections: [{ kind: 'text' }] } } })
    if (saved?.status !== 'saved') throw new Error('nobody saved')
    const wish = { base: state.base, revision: saved.revision }
    const both = await Promise.all([mika, ines].map(by => publishDocument('home', wish, by)))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['published', 'stale'])
    const late = await saveDocument('home', { ...state, edit: site.home }, ines)
    expect(late).toMatchObject({ status: 'stale', ancestor: site.home, current: { base: state.base + 1 } })
    await rollBackDocument('home', { ...(await opened()), version: state.base }, mika)
  })

  test('is not published unfinished, each gap named where it is', async () => {
    const wish = await draft('home', { sections: [{ ...blankSection('comparison', 'x'), title: '' }] })
    const outcome = await publishDocument('home', wish, mika)
    const paths = outcome.status === 'incomplete' && outcome.problems.map(({ path }) => path)
    expect(paths).toEqual(['sections.0.title', 'sections.0.product'])
    expect(await getHome()).toEqual(site.home.sections)
    await discardDocument('home', wish.revision)
  })
})

describe('categories', () => {
  const slug = `snacks-${newId('event').slice(-8)}`
  const snacks = {
    ...blankCategory({ slug, name: 'Snacks' }),
    intro: 'Between meals.',
    image: { src: '/art/hero', alt: 'Oats' },
  }

  /** Publishes what `change` makes of the categories, beside what other tests do to them at the same time. */
  async function publish(change: (all: Category[]) => Category[]) {
    for (;;) {
      const { live } = await getDocumentEdit('categories')
      const wish = await draft('categories', { categories: change(live.categories) })
      const outcome = await publishDocument('categories', wish, mika)
      if (outcome.status === 'published') return outcome
      await discardDocument('categories', wish.revision)
      if (outcome.status === 'incomplete') return outcome
    }
  }
  const others = (all: Category[]) => all.filter(each => each.slug !== slug)
  const inMenu = async () => (await getFrame()).shelves

  test('are in the menu in their order once published, and not when hidden', async () => {
    const added = await publish(all => [snacks, ...all])
    expect(added).toMatchObject({ status: 'published', tags: ['categories', 'frame', `category:${slug}`] })
    expect((await inMenu())[0]).toEqual({ slug, name: 'Snacks' })
    expect((await browseCategory({ category: slug, sort: 'featured' })).category).toEqual(snacks)
    await publish(all => [...others(all), { ...snacks, hidden: true }])
    expect(await inMenu()).not.toContainEqual({ slug, name: 'Snacks' })
    await expect(browseCategory({ category: slug, sort: 'featured' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('with listings stay, and the refusal says how many', async () => {
    const saved = await saveListing(exampleListing(slug, { category: slug, status: 'draft' }), 0)
    const refused = await publish(others)
    expect(refused).toMatchObject({ status: 'incomplete', problems: [{ path: 'categories' }] })
    expect(refused.status === 'incomplete' && refused.problems[0]?.message).toContain(
      'Snacks still has 1 listing.',
    )
    expect((await listCategories()).map(each => each.slug)).toContain(slug)
    await saveListing({ ...saved, category: 'oats-and-granola' }, saved.version)
    expect(await publish(others)).toMatchObject({ status: 'published' })
    expect((await listCategories()).map(each => each.slug)).not.toContain(slug)
  })
})

test('an announcement is shown from its time until its time, the shop being told at each', async () => {
  const start = Date.now()
  const at = (seconds: number) => new Date(start + seconds * 1000)
  const sale: Announcement = {
    ...blankAnnouncement('sale'),
    text: 'Free delivery until Sunday.',
    from: at(30).toISOString(),
    until: at(60).toISOString(),
  }
  const wish = await draft('announcements', { announcements: [sale] })
  expect(await publishDocument('announcements', wish, mika)).toMatchObject({ tags: ['frame'] })
  expect((await getFrame()).announcement).toBeUndefined()
  expect((await getPublished('announcements'))?.turn).toBe(sale.from)

  expect(await turnAnnouncements(at(29))).toBe(false)
  shop.fail(1)
  expect(await turnAnnouncements(at(31))).toBe(false)
  expect(shop.tags()).toEqual([])
  expect(await turnAnnouncements(at(31))).toBe(true)
  expect(await turnAnnouncements(at(32))).toBe(false)
  expect(await turnAnnouncements(at(61))).toBe(true)
  expect(await turnAnnouncements(at(62))).toBe(false)
  expect(shop.tags()).toEqual(['frame', 'frame'])

  const now = { ...sale, from: '', until: '' }
  await publishDocument('announcements', await draft('announcements', { announcements: [now] }), mika)
  const { text, link, tone } = sale
  expect((await getFrame()).announcement).toEqual({ text, link, tone })
})
