import { CustomAttributeType, Entity, Service } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { day, expiresIn, isExpired } from '#lib/data/expiry.ts'
import { storage } from '#lib/data/table.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import type { Destination } from '#lib/domain/address.ts'
import type { Cart, CartLine } from '#lib/domain/cart.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import type { Shortage } from '#lib/domain/shortages.ts'

const cartLifetime = 30 * day

/** What the retailers were asked with, beside the cart's lines. */
export type Asked = { destination: Destination; loyaltyIds: Record<string, string> }
/** All retailers' answers for one version of a cart, and for the parts of a split where there is one to offer; what nobody has. */
export type Comparison = { asked: Asked; outcomes: QuoteOutcome[]; split?: Quote[]; shortages?: Shortage[] }

export const cartItem = new Entity(
  {
    model: { entity: 'cart', version: '1', service: 'brandfront' },
    attributes: {
      cartId: { type: 'string', required: true },
      edition: { type: 'number', required: true },
      lines: { type: CustomAttributeType<CartLine[]>('any'), required: true },
      applied: { type: CustomAttributeType<string[]>('any'), required: true },
      updatedAt: { type: 'string', required: true },
      expires: { type: 'number', required: true },
    },
    indexes: {
      cart: {
        collection: 'open',
        pk: { field: 'pk', composite: ['cartId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

const comparisonItem = new Entity(
  {
    model: { entity: 'comparison', version: '1', service: 'brandfront' },
    attributes: {
      cartId: { type: 'string', required: true },
      edition: { type: 'number', required: true },
      /** A Comparison, compressed: it is read whole or not at all. */
      content: { type: CustomAttributeType<Uint8Array>('any'), required: true },
      expires: { type: 'number', required: true },
    },
    indexes: {
      comparison: {
        collection: 'open',
        pk: { field: 'pk', composite: ['cartId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

const open = new Service({ cart: cartItem, comparison: comparisonItem }, storage)

/** The attributes of a cart's item, its life counted from now. */
export function cartAttributes(cart: Cart) {
  const { id: cartId, version: edition, lines, applied, updatedAt } = cart
  return { cartId, edition, lines, applied, updatedAt, expires: expiresIn(cartLifetime) }
}

/**
 * A cart, the retailers' answers for its present version, and what they were last asked with (kept across changes
 * of the cart). A cart that does not exist or has run out is empty, version 0. One Query.
 */
export async function getCart(
  cartId: string,
): Promise<{ cart: Cart; asked?: Asked } & Required<Omit<Comparison, 'asked'>>> {
  const { data } = await open.collections.open({ cartId }).go({ pages: 'all', consistent: true })
  const [stored] = data.cart
  const [comparison] = data.comparison
  const lapsed = stored !== undefined && isExpired(stored)
  const cart: Cart = {
    id: cartId,
    version: stored?.edition ?? 0,
    lines: lapsed ? [] : (stored?.lines ?? []),
    applied: stored?.applied ?? [],
    updatedAt: stored?.updatedAt ?? new Date(0).toISOString(),
  }
  if (!comparison || lapsed || isExpired(comparison)) return { cart, ...nothing }
  const { asked, ...answers } = unpack<Comparison>(comparison.content)
  return comparison.edition === cart.version
    ? { cart, ...nothing, ...answers, asked }
    : { cart, ...nothing, asked }
}

const nothing = { outcomes: [], split: [], shortages: [] }

/** A comparison outlives its last price by a day, so that the shopper is told that it ran out. */
function comparisonExpiry(outcomes: readonly QuoteOutcome[]): number {
  const ends = outcomes.map(outcome =>
    outcome.status === 'quoted' ? Date.parse(outcome.quote.expiresAt) : Date.now(),
  )
  return expiresIn(day, Math.max(Date.now(), ...ends))
}

/**
 * Saves a cart that was read at `expectedVersion`, with the retailers' answers for it where there are some. A cart
 * whose version is still `expectedVersion` is not written again, only the answers. One request.
 * Throws `stale_version` when the cart was changed by someone else in between.
 */
export async function saveCart(cart: Cart, expectedVersion: number, comparison?: Comparison): Promise<void> {
  const answers = comparison && {
    cartId: cart.id,
    edition: cart.version,
    content: pack(comparison),
    expires: comparisonExpiry(comparison.outcomes),
  }
  if (cart.version === expectedVersion) {
    if (answers) await comparisonItem.put(answers).go()
    return
  }
  if (!answers) {
    const saved = await cartItem
      .put(cartAttributes(cart))
      .where(({ edition }, { eq, notExists }) =>
        expectedVersion === 0 ? notExists(edition) : eq(edition, expectedVersion),
      )
      .go({ returnOnConditionCheckFailure: true })
    if (saved.rejected) throw new DomainError('stale_version')
    return
  }
  const results = await transact(() =>
    open.transaction
      .write(entities => [
        entities.cart
          .put(cartAttributes(cart))
          .where(({ edition }, { eq, notExists }) =>
            expectedVersion === 0 ? notExists(edition) : eq(edition, expectedVersion),
          )
          .commit(),
        entities.comparison.put(answers).commit(),
      ])
      .go(),
  )
  if (refusal(results, 0)) throw new DomainError('stale_version')
}

/**
 * Saves two carts, each on condition that it still is what was read, or neither. One request.
 * Throws `stale_version` when either was changed in between.
 */
export async function saveBothCarts(pair: [Cart, Cart], expectedVersions: [number, number]): Promise<void> {
  const results = await transact(() =>
    open.transaction
      .write(entities =>
        pair.map((cart, index) =>
          entities.cart
            .put(cartAttributes(cart))
            .where(({ edition }, { eq, notExists }) => {
              const expected = expectedVersions[index] ?? 0
              return expected === 0 ? notExists(edition) : eq(edition, expected)
            })
            .commit(),
        ),
      )
      .go(),
  )
  if (results) throw new DomainError('stale_version')
}
