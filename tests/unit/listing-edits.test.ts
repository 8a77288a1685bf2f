import { describe, expect, test } from 'vitest'
import { compareEdits, compareWords } from '#lib/domain/compare-edits.ts'
import { checkListing } from '#lib/domain/listing-checks.ts'
import { editOf, listingEditSchema, listingOf, publishableSchema } from '#lib/domain/listing-edit.ts'
import { mergeEdits } from '#lib/domain/merge-edits.ts'
import { slugOf } from '#lib/domain/new-listing.ts'
import { listings } from '#lib/local/seed/catalogue.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'

const edit = editOf(exampleListing('oats'))
const names = { retailers: { 'harbor-market': 'Harbor Market' }, categories: {} }

test('every listing of the catalogue can be edited, published and comes out as it went in', () => {
  for (const listing of listings) {
    const held = editOf(listing)
    expect(listingEditSchema.parse(held)).toEqual(held)
    expect(publishableSchema.safeParse(held).error).toBeUndefined()
    expect(listingOf(held, listing)).toEqual(listing)
  }
})

describe('two edits of one listing', () => {
  const variant = edit.variants[0]
  if (!variant) throw new Error('no variant')

  test('are one where they touch different fields, down to a size’s price', () => {
    const mine = { ...edit, name: 'Mine', variants: [{ ...variant, guidance: '9.00' }] }
    const theirs = {
      ...edit,
      tagline: 'Theirs.',
      variants: [{ ...variant, retailerSkus: { ...variant.retailerSkus, greenline: 'GL-2' } }],
    }
    const { merged, conflicts } = mergeEdits(edit, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged).toMatchObject({ name: 'Mine', tagline: 'Theirs.' })
    expect(merged.variants[0]).toMatchObject({ guidance: '9.00', retailerSkus: { greenline: 'GL-2' } })
  })

  test('conflict in a field that both changed, mine staying', () => {
    const { merged, conflicts } = mergeEdits(edit, { ...edit, name: 'Mine' }, { ...edit, name: 'Theirs' })
    expect(conflicts).toEqual([{ path: 'name', mine: 'Mine', theirs: 'Theirs' }])
    expect(merged.name).toBe('Mine')
    expect(mergeEdits(edit, { ...edit, name: 'Same' }, { ...edit, name: 'Same' }).conflicts).toEqual([])
  })

  test('do not differ by the order in which a store hands back a size’s numbers', () => {
    const numbers = Object.fromEntries(Object.entries(variant.retailerSkus).toReversed())
    const theirs = { ...edit, variants: [{ ...variant, retailerSkus: numbers }] }
    const mine = { ...edit, variants: [{ ...variant, label: '1 lb' }] }
    expect(mergeEdits(edit, mine, theirs)).toEqual({ merged: mine, conflicts: [] })
  })

  test('never mix two lists whose entries moved', () => {
    const image = (src: string) => ({ src: `/art/${src}`, alt: src })
    const before = { ...edit, images: [image('a'), image('b')] }
    const mine = { ...edit, images: [image('b'), image('a')] }
    const theirs = { ...edit, images: [{ ...image('a'), alt: 'new words' }, image('b')] }
    expect(mergeEdits(before, mine, theirs).conflicts.map(({ path }) => path)).toEqual(['images'])
    const removed = { ...before, images: [image('a')] }
    expect(mergeEdits(before, removed, before).merged.images).toEqual([image('a')])
  })
})

describe('a difference', () => {
  test('marks words put in and taken out, each side readable on its own', () => {
    const [before, after] = ['slow oats for calm mornings', 'slow rolled oats for mornings']
    const runs = compareWords(before, after)
    const side = (kind: string) =>
      runs
        .filter(run => run.kind !== kind)
        .map(run => run.text)
        .join('')
    expect([side('added'), side('removed')]).toEqual([before, after])
    expect(runs.filter(run => run.kind === 'added').map(run => run.text.trim())).toEqual(['rolled'])
  })

  test('names each field that changed, and no other', () => {
    const [first] = edit.variants
    const after = {
      ...edit,
      tagline: 'Quick porridge.',
      variants: first ? [{ ...first, retailerSkus: { ...first.retailerSkus, 'harbor-market': 'HM-9' } }] : [],
    }
    expect(compareEdits(edit, after, names).map(change => change.name)).toEqual([
      'Tagline',
      '450 g: number at Harbor Market',
    ])
    expect(compareEdits(edit, edit, names)).toEqual([])
  })
})

describe('the checks', () => {
  const musts = (changes: Partial<typeof edit>) =>
    checkListing({ ...edit, ...changes }, ['oats-and-granola'])
      .filter(check => check.level === 'must')
      .map(check => check.path)

  test('let a whole listing pass', () => expect(musts({})).toEqual([]))

  test('name what is missing where it is missing', () => {
    expect(musts({ images: [] })).toEqual(['images'])
    expect(musts({ images: [{ src: '/art/oats', alt: ' ' }] })).toEqual(['images.0.alt'])
    expect(musts({ seo: { title: 'x'.repeat(71), description: '' } })).toEqual(['seo.title'])
    expect(musts({ category: 'gone' })).toEqual(['category'])
    expect(musts({ variants: [...edit.variants, ...edit.variants] })).toEqual([
      'variants.1.sku',
      'variants.1.label',
    ])
  })

  test('advise where nothing forbids', () => {
    const bare = {
      ...edit,
      ingredients: '',
      variants: edit.variants.map(each => ({ ...each, retailerSkus: {} })),
    }
    const paths = checkListing(bare, ['oats-and-granola']).map(check => `${check.level} ${check.path}`)
    expect(paths).toEqual(expect.arrayContaining(['should ingredients', 'should variants.0.retailerSkus']))
  })
})

test.each([
  ['Sea-Salt Granola & Nuts', 'sea-salt-granola-nuts'],
  ['  Crème brûlée! ', 'creme-brulee'],
  ['!!!', ''],
])('the address of %s is %s', (name, slug) => expect(slugOf(name)).toBe(slug))
