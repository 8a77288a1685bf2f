import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listingSorts, tags } from '#lib/domain/listing.ts'
import { parseShelfPath, type ShelfView, shelfPath } from '#lib/domain/shelf-view.ts'

const views: fc.Arbitrary<ShelfView> = fc.record(
  {
    category: fc.constantFrom('tea-and-cocoa', 'tag-vegan', 'sort-name'),
    tag: fc.constantFrom(...tags),
    sort: fc.constantFrom(...listingSorts),
    after: fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/),
  },
  { requiredKeys: ['sort'] },
)

test('every view has one address, and the address names that view', () => {
  fc.assert(
    fc.property(views, view => {
      const segments = shelfPath(view).split('/').slice(2)
      expect(parseShelfPath(segments)).toEqual(view)
    }),
  )
})

test('the whole pantry is at /products, which leads to the segment "all"', () => {
  expect(shelfPath({ sort: 'featured' })).toBe('/products')
  expect(parseShelfPath([])).toEqual({ sort: 'featured' })
  expect(parseShelfPath(['all'])).toEqual({ sort: 'featured' })
})

test.each([
  ['the default order written out', 'tea-and-cocoa/sort-featured'],
  ['segments in another order', 'tea-and-cocoa/sort-name/tag-vegan'],
  ['a segment twice', 'tea-and-cocoa/tag-vegan/tag-vegan'],
  ['an unknown tag', 'tea-and-cocoa/tag-cheap'],
  ['an unknown order', 'tea-and-cocoa/sort-random'],
  ['an unknown segment', 'tea-and-cocoa/page-2'],
  ['an empty start', 'tea-and-cocoa/after-'],
  ['a start with odd characters', 'tea-and-cocoa/after-a%20b'],
  ['a start that is too long', `tea-and-cocoa/after-${'a'.repeat(401)}`],
  ['a category that cannot be one', 'Tea_And_Cocoa'],
])('%s is no page', (_, path) => {
  expect(parseShelfPath(path.split('/'))).toBeUndefined()
})
