import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cart, type CartChange, cartSchema, maximumLines, maximumQuantity } from '#lib/domain/cart.ts'
import { type Article, applyChanges, articleOf } from '#lib/domain/cart-changes.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'

const skus = Array.from({ length: 60 }, (_, index) => `SKU-${index}`)
const listing = exampleListing('oats')
const article: Article = {
  ...(articleOf(listing, listing.variants[0]?.sku ?? '') ?? expect.unreachable()),
}
const articles = new Map(skus.map(sku => [sku, { ...article, sku }]))
const empty: Cart = {
  id: 'cart_1',
  version: 0,
  lines: [],
  applied: [],
  updatedAt: '2026-11-22T12:00:00.000Z',
}

const sku = fc.constantFrom(...skus, 'UNKNOWN')
const quantity = fc.integer({ min: 1, max: maximumQuantity })
const change = (id: fc.Arbitrary<string>): fc.Arbitrary<CartChange> =>
  fc.oneof(
    fc.record({ id, kind: fc.constant('add' as const), slug: fc.constant('oats'), sku, quantity }),
    fc.record({ id, kind: fc.constant('set' as const), sku, quantity }),
    fc.record({ id, kind: fc.constant('remove' as const), sku }),
  )
const changes = fc
  .array(change(fc.constant('')), { maxLength: 100 })
  .map(list => list.map((each, index) => ({ ...each, id: `change-${index}` })))

const quantities = (cart: Cart) => Object.fromEntries(cart.lines.map(line => [line.sku, line.quantity]))

describe('changes to a cart', () => {
  test('always leave a cart that its schema accepts, each product once', () => {
    fc.assert(
      fc.property(changes, list => {
        const { cart } = applyChanges(empty, list, articles)
        expect(cartSchema.safeParse(cart).error).toBeUndefined()
        expect(new Set(cart.lines.map(line => line.sku)).size).toBe(cart.lines.length)
      }),
    )
  })

  test('count once, however often they are sent', () => {
    fc.assert(
      fc.property(changes, list => {
        const once = applyChanges(empty, list, articles).cart
        expect(applyChanges(empty, [...list, ...list], articles).cart.lines).toEqual(once.lines)
        if (once.version === 0) return
        const again = applyChanges(once, list, articles)
        expect(again.cart).toBe(once)
      }),
    )
  })

  test('raise the version by one when the lines differ, and not otherwise', () => {
    fc.assert(
      fc.property(changes, list => {
        const { cart } = applyChanges(empty, list, articles)
        expect(cart.version).toBe(cart.lines.length > 0 ? 1 : 0)
      }),
    )
  })

  test('come to the same in one go as in two, unless something was dropped', () => {
    fc.assert(
      fc.property(changes, fc.nat(100), (list, cut) => {
        const half = applyChanges(empty, list.slice(0, cut), articles)
        const two = applyChanges(half.cart, list.slice(cut), articles)
        expect(quantities(two.cart)).toEqual(quantities(applyChanges(empty, list, articles).cart))
      }),
    )
  })

  test('that cannot be made say why, and do nothing else', () => {
    const add = (id: string, each: string, count: number): CartChange => ({
      id,
      kind: 'add',
      slug: 'oats',
      sku: each,
      quantity: count,
    })
    const full = applyChanges(
      empty,
      skus.slice(0, maximumLines).map(each => add(each, each, 1)),
      articles,
    ).cart
    const { cart, dropped } = applyChanges(
      full,
      [
        add('more-lines', 'SKU-59', 1),
        add('more-of-one', 'SKU-0', maximumQuantity),
        add('unknown', 'UNKNOWN', 1),
        { ...add('other-page', 'SKU-1', 1), slug: 'beans' } as CartChange,
        { id: 'set-absent', kind: 'set', sku: 'SKU-59', quantity: 3 },
        { id: 'remove-absent', kind: 'remove', sku: 'SKU-59' },
      ],
      articles,
    )
    expect(dropped.map(each => `${each.change.id}: ${each.code}`)).toEqual([
      'more-lines: cart_full',
      'more-of-one: cart_full',
      'unknown: unknown_product',
      'other-page: unknown_product',
      'set-absent: unknown_product',
    ])
    expect(quantities(cart)).toEqual({ ...quantities(full), 'SKU-0': maximumQuantity })
  })

  test('cannot add what is not published or not a variant', () => {
    const code = listing.variants[0]?.sku ?? ''
    expect(articleOf({ ...listing, status: 'draft' }, code)).toBeUndefined()
    expect(articleOf(listing, 'UNKNOWN')).toBeUndefined()
    expect(articleOf(undefined, code)).toBeUndefined()
  })
})
