import { describe, expect, test } from 'vitest'
import { mergeEdits } from '#lib/domain/merge-edits.ts'
import {
  announcementAt,
  announcementsSchema,
  blankAnnouncement,
  nextTurn,
} from '#lib/domain/site/announcements.ts'
import {
  blankCategory,
  categoriesSchema,
  changedSlugs,
  inUseWords,
  newCategorySchema,
} from '#lib/domain/site/categories.ts'
import { changedEntries, compareDocuments } from '#lib/domain/site/document-fields.ts'
import {
  blankSection,
  firstHome,
  type Home,
  homeDraftSchema,
  homeSchema,
  type SectionKind,
  sectionNames,
  shownSections,
} from '#lib/domain/site/home.ts'
import { site } from '#lib/local/seed/site.ts'

const kinds = Object.keys(sectionNames) as SectionKind[]

describe('a home page', () => {
  test('may be drafted with a blank section of every kind, and not published so', () => {
    for (const kind of kinds) {
      const page: Home = { sections: [blankSection(kind, 'one')] }
      expect(homeDraftSchema.parse(page)).toEqual(page)
      expect(homeSchema.safeParse(page).success).toBe(false)
    }
    expect(homeSchema.parse(firstHome)).toEqual(firstHome)
  })

  test('shows what is whole and known of anything stored, and nothing of the rest', () => {
    const [hero, ...rest] = site.home.sections
    expect(shownSections(site.home)).toEqual(site.home.sections)
    const odd = [
      { kind: 'carousel', key: 'x' },
      null,
      7,
      blankSection('text', 'y'),
      { ...hero, hidden: true },
    ]
    expect(shownSections({ sections: [...odd, ...rest] })).toEqual(rest)
    for (const content of [undefined, null, 'x', {}, { sections: 'x' }]) {
      expect(shownSections(content)).toEqual([])
    }
  })

  test('links to this site or safely to another, by words and address together', () => {
    const linked = (label: string, href: string) =>
      homeSchema.safeParse({
        sections: [{ ...site.home.sections[0], link: { label, href } }],
      }).success
    expect([linked('All', '/products'), linked('', ''), linked('Us', 'https://example.com')]).toEqual(
      Array(3).fill(true),
    )
    expect([linked('All', ''), linked('', '/products'), linked('x', 'javascript:alert(1)')]).toEqual(
      Array(3).fill(false),
    )
    expect(linked('x', '//example.com')).toBe(false)
  })

  test('of two people is one page, whatever each moved, added and removed', () => {
    const page = (...sections: Home['sections']): Home => ({ sections })
    const text = (key: string, title = key) => ({ ...blankSection('text', key), title })
    const before = page(text('a'), text('b'), text('c'))
    const mine = page(text('c'), text('a', 'Mine'), text('b'))
    const theirs = page(text('a'), text('b', 'Theirs'), text('d'), text('c'))
    const { merged, conflicts } = mergeEdits(before, mine, theirs)
    expect(merged).toEqual(page(text('c'), text('a', 'Mine'), text('b', 'Theirs'), text('d')))
    expect(conflicts).toEqual([])

    const removed = page(text('a'), text('c'))
    expect(mergeEdits(before, removed, theirs).merged.sections).toContainEqual(text('b', 'Theirs'))
    expect(mergeEdits(before, mine, removed).merged).toEqual(page(text('c'), text('a', 'Mine')))
    const both = mergeEdits(before, page(text('a', 'x')), page(text('z'), text('a', 'y')))
    expect(both.conflicts).toEqual([{ path: 'sections.1.title', mine: 'x', theirs: 'y' }])
  })

  test('names in the log what differs, entry by entry', () => {
    const after = structuredClone(site.home)
    const [hero] = after.sections
    if (hero) hero.title = 'Plain food for calm places.'
    after.sections.push({ ...blankSection('text', 'new'), title: 'Our kitchen' })
    const names = compareDocuments(site.home, after).map(change => change.name)
    expect(names).toContain('Plain food for calm places.: title')
    expect(names).not.toContain('Five shelves, no filler: title')
    expect(changedEntries(site.home, after)).toBe('Order, Plain food for calm places., Our kitchen')
    expect(compareDocuments(site.home, structuredClone(site.home))).toEqual([])
  })
})

describe('announcements', () => {
  const [early, noon, late] = ['2026-11-01T00:00:00Z', '2026-11-02T12:00:00Z', '2026-11-03T00:00:00Z']
  const sale = { ...blankAnnouncement('sale'), text: 'Sale', from: noon, until: late }
  const always = { ...blankAnnouncement('always'), text: 'Open' }

  test('show the first whose time it is, and none that is hidden', () => {
    const all = { announcements: [{ ...always, key: 'x', hidden: true }, sale, always] }
    const shown = (now: string) => announcementAt(all, now)?.text
    expect([shown(early), shown(noon), shown(late)]).toEqual(['Open', 'Sale', 'Open'])
    expect(announcementAt({ announcements: [sale] }, late)).toBeUndefined()
  })

  test('change by the clock at each beginning and end to come', () => {
    const all = { announcements: [always, sale, { ...sale, hidden: true, from: '2026-11-01T06:00:00Z' }] }
    expect([early, noon, late].map(now => nextTurn(all, now))).toEqual([noon, late, undefined])
  })

  test('end after they begin', () => {
    expect(announcementsSchema.safeParse({ announcements: [sale] }).success).toBe(true)
    const wrong = { announcements: [{ ...sale, until: early }] }
    expect(announcementsSchema.safeParse(wrong).error?.issues[0]?.path).toEqual(['announcements', 0, 'until'])
  })
})

describe('categories', () => {
  const { categories } = site.categories

  test('have one address each, and none that means something else', () => {
    const twice = { categories: [...categories, ...categories.slice(0, 1)] }
    expect(categoriesSchema.safeParse(twice).success).toBe(false)
    for (const slug of ['all', 'pages', 'index', 'Snacks', '']) {
      expect(newCategorySchema.safeParse({ name: 'Snacks', slug }).success).toBe(false)
    }
    const snacks = newCategorySchema.parse({ name: 'Snacks', slug: 'snacks' })
    expect(categoriesSchema.safeParse({ categories: [blankCategory(snacks)] }).success).toBe(false)
  })

  test('whose place changed are known, and those that stayed are not', () => {
    const [first, second, ...rest] = categories
    if (!first || !second) throw new Error('no categories')
    const added = blankCategory({ name: 'Snacks', slug: 'snacks' })
    const after = [{ ...second, hidden: true }, ...rest, added]
    expect(changedSlugs(categories, after)).toEqual([first.slug, second.slug, 'snacks'])
    expect(changedSlugs(categories, categories.toReversed())).toEqual([])
  })

  test('in use say by how many listings', () => {
    expect(inUseWords('Tea', 1, 100)).toContain('1 listing.')
    expect(inUseWords('Tea', 6, 100)).toContain('6 listings.')
    expect(inUseWords('Tea', 100, 100)).toContain('100 or more listings.')
  })
})
