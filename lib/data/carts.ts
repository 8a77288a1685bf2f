import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { CustomAttributeType, Entity, type EntityItem, Service } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { customerItem } from '#lib/data/customer-items.ts'
import { day, expiresIn, isExpired } from '#lib/data/expiry.ts'
import { visitWrites } from '#lib/data/insight/count-visit.ts'
import { client, storage, tableName } from '#lib/data/table.ts'
import { transact, transactWrites, type Write } from '#lib/data/transact.ts'
import type { Destination } from '#lib/domain/address.ts'
import type { Cart, CartLine } from '#lib/domain/cart.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Basket } from '#lib/domain/insight/lost.ts'
import type { Visit } from '#lib/domain/insight/visit.ts'
import { cartDays } from '#lib/domain/limits.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import type { Shortage } from '#lib/domain/shortages.ts'
import { log } from '#lib/log.ts'

type Put = NonNullable<Write['Put']>

/** What the retailers were asked with, beside the cart's lines. */
export type Asked = {
  destination: Destination
  /** By retailer id, as are the discount codes. */
  loyaltyIds: Record<string, string>
  discountCodes?: Record<string, string>
}
/** All retailers' answers for one version of a cart, and for the parts of a split where there is one to offer. */
export type Comparison = {
  asked: Asked
  outcomes: QuoteOutcome[]
  split?: Quote[]
  /** What nobody has. */
  shortages?: Shortage[]
  /** As what the basket is counted in the figures. */
  basket?: Basket
}
/** What is counted with a save: refused as stale where `replaces` are no longer the answers that are stored. */
export type CountedVisit = { visit: Visit; replaces?: string }

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
      /** Another with each save. */
      stamp: { type: 'string' },
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
  return { cartId, edition, lines, applied, updatedAt, expires: expiresIn(cartDays * day) }
}

/** A cart as it is stored, with what came of asking the retailers. */
export type StoredCart = {
  cart: Cart
  asked?: Asked
  basket?: Basket
  stamp?: string
} & Required<Omit<Comparison, 'asked' | 'basket'>>

type CartItem = EntityItem<typeof cartItem>
type ComparisonItem = EntityItem<typeof comparisonItem>

function toStoredCart(cartId: string, stored?: CartItem, comparison?: ComparisonItem): StoredCart {
  const lapsed = stored !== undefined && isExpired(stored)
  const cart: Cart = {
    id: cartId,
    version: stored?.edition ?? 0,
    lines: lapsed ? [] : (stored?.lines ?? []),
    applied: stored?.applied ?? [],
    updatedAt: stored?.updatedAt ?? new Date(0).toISOString(),
  }
  const stamp = comparison?.stamp
  if (!comparison || lapsed || isExpired(comparison)) return { cart, stamp, ...nothing }
  const { asked, basket: counted, ...answers } = unpack<Comparison>(comparison.content)
  const basket = cart.lines.length > 0 ? counted : undefined
  return comparison.edition === cart.version
    ? { cart, stamp, basket, ...nothing, ...answers, asked }
    : { cart, stamp, basket, ...nothing, asked }
}

/**
 * A cart, the retailers' answers for its present version, and what they were last asked with (kept across changes
 * of the cart). A cart that does not exist or has run out is empty, version 0. One Query.
 */
export async function getCart(cartId: string): Promise<StoredCart> {
  const { data } = await open.collections.open({ cartId }).go({ pages: 'all', consistent: true })
  return toStoredCart(cartId, data.cart[0], data.comparison[0])
}

/** A cart as `getCart` has it, and whether its buyer has bought before. One BatchGetItem. */
export async function getCartOf(
  cartId: string,
  customerId: string,
): Promise<StoredCart & { isReturning: boolean }> {
  const keys = [
    cartItem.get({ cartId }).params(),
    comparisonItem.get({ cartId }).params(),
    customerItem.get({ customerId }).params(),
  ].map(params => params.Key as Record<string, unknown>)
  const found: Record<string, unknown>[] = []
  for (let Keys = keys; Keys.length > 0; ) {
    const answer = await client.batchGet({ RequestItems: { [tableName]: { Keys, ConsistentRead: true } } })
    found.push(...(answer.Responses?.[tableName] ?? []))
    Keys = answer.UnprocessedKeys?.[tableName]?.Keys ?? []
  }
  const itemOf = (name: string) => found.find(item => item.__edb_e__ === name)
  const [cart, comparison, customer] = ['cart', 'comparison', 'customer'].map(itemOf)
  return {
    ...toStoredCart(
      cartId,
      (cart && cartItem.parse({ Item: cart }).data) ?? undefined,
      (comparison && comparisonItem.parse({ Item: comparison }).data) ?? undefined,
    ),
    isReturning: customer?.madeByOrder !== undefined,
  }
}

const nothing = { outcomes: [], split: [], shortages: [] }

/** A comparison outlives its last price by a day, so that the shopper is told that it ran out. */
function comparisonExpiry(outcomes: readonly QuoteOutcome[]): number {
  const ends = outcomes.map(outcome =>
    outcome.status === 'quoted' ? Date.parse(outcome.quote.expiresAt) : Date.now(),
  )
  return expiresIn(day, Math.max(Date.now(), ...ends))
}

function cartWrite(cart: Cart, expectedVersion: number) {
  return cartItem
    .put(cartAttributes(cart))
    .where(({ edition }, { eq, notExists }) =>
      expectedVersion === 0 ? notExists(edition) : eq(edition, expectedVersion),
    )
}

function answersOf(cart: Cart, comparison: Comparison) {
  return {
    cartId: cart.id,
    edition: cart.version,
    content: pack(comparison),
    stamp: randomUUID(),
    expires: comparisonExpiry(comparison.outcomes),
  }
}

/** Writes all, or nothing where a condition does not hold. One write alone needs no transaction, at half the cost. */
async function isRefused(writes: Write[]): Promise<boolean> {
  const [first] = writes
  if (writes.length > 1 || !first?.Put) return (await transactWrites(writes)) !== undefined
  try {
    await client.put(first.Put)
    return false
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return true
    throw error
  }
}

/**
 * Saves a cart that was read at `expectedVersion`, with the retailers' answers for it where there are some, and counts
 * the visit. A cart whose version is still `expectedVersion` is not written again, only the answers. One request, in
 * which all or nothing is written; should the counters be in the way, the cart is saved without them.
 * Throws `stale_version` when the cart was changed by someone else in between.
 */
export async function saveCart(
  cart: Cart,
  expectedVersion: number,
  comparison?: Comparison,
  counted?: CountedVisit,
): Promise<void> {
  const writes: Write[] = []
  if (cart.version !== expectedVersion) writes.push({ Put: cartWrite(cart, expectedVersion).params() as Put })
  if (comparison) {
    const answers = comparisonItem.put(answersOf(cart, comparison))
    if (counted) {
      const { replaces } = counted
      answers.where(({ stamp }, { eq, notExists }) => (replaces ? eq(stamp, replaces) : notExists(stamp)))
    }
    writes.push({ Put: answers.params() as Put })
  }
  const visit = counted && writes.length > 0 ? visitWrites(counted.visit) : []
  if (writes.length === 0) return
  try {
    if (await isRefused([...writes, ...visit])) throw new DomainError('stale_version')
  } catch (error) {
    if (isDomainError(error) || visit.length === 0) throw error
    log.error('visit not counted', error)
    await saveCart(cart, expectedVersion, comparison)
  }
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
