import { CustomAttributeType, Entity, Service } from 'electrodb'
import { cartAttributes, cartItem } from '#lib/data/carts.ts'
import { day, expiresIn, isExpired } from '#lib/data/expiry.ts'
import {
  orderAttributes,
  orderItem,
  orderSummaryAttributes,
  orderSummaryItem,
  paymentAttributes,
  paymentItem,
} from '#lib/data/order-items.ts'
import { storage } from '#lib/data/table.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import type { Cart } from '#lib/domain/cart.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Order, Payment } from '#lib/domain/order.ts'

/** That a version of a cart was bought, and as which orders. */
export type CheckoutClaim = { checkoutId: string; orderIds: string[]; quoteIds: string[] }

const claimLifetime = 30 * day

const claimItem = new Entity(
  {
    model: { entity: 'checkout', version: '1', service: 'brandfront' },
    attributes: {
      cartId: { type: 'string', required: true },
      edition: { type: 'number', required: true, padding: { length: 8, char: '0' } },
      checkoutId: { type: 'string', required: true },
      orderIds: { type: CustomAttributeType<string[]>('any'), required: true },
      quoteIds: { type: CustomAttributeType<string[]>('any'), required: true },
      expires: { type: 'number', required: true },
    },
    indexes: {
      claims: {
        pk: { field: 'pk', composite: ['cartId'], casing: 'none' },
        sk: { field: 'sk', composite: ['edition'], casing: 'none' },
      },
    },
  },
  storage,
)

const checkout = new Service(
  { claim: claimItem, cart: cartItem, order: orderItem, summary: orderSummaryItem, payment: paymentItem },
  storage,
)

/**
 * Turns a cart into orders, all or nothing, in one transaction: the cart's version is claimed, orders and payment
 * tokens are written, the cart is emptied. `cart` is the cart as bought. When that version was bought already, the
 * first purchase's order ids come back and nothing is written. Throws `cart_changed` when the cart has moved on.
 */
export async function createCheckout(input: {
  cart: Cart
  expectedVersion: number
  checkoutId: string
  quoteIds: string[]
  orders: Order[]
  payments: Payment[]
}): Promise<{ created: true } | { created: false; orderIds: string[] }> {
  const { cart, expectedVersion, checkoutId, quoteIds, orders, payments } = input
  const orderIds = orders.map(order => order.id)
  const emptied: Cart = {
    ...cart,
    version: expectedVersion + 1,
    lines: [],
    updatedAt: new Date().toISOString(),
  }
  const results = await transact(() =>
    checkout.transaction
      .write(entities => [
        entities.claim
          .put({
            cartId: cart.id,
            edition: expectedVersion,
            checkoutId,
            orderIds,
            quoteIds,
            expires: expiresIn(claimLifetime),
          })
          .where(
            ({ expires }, { notExists, lte }) =>
              `${notExists(expires)} OR ${lte(expires, Math.floor(Date.now() / 1000))}`,
          )
          .commit(),
        entities.cart
          .put(cartAttributes(emptied))
          .where(({ edition }, { eq, notExists }) =>
            expectedVersion === 0 ? notExists(edition) : eq(edition, expectedVersion),
          )
          .commit(),
        ...orders.map(order => entities.order.create(orderAttributes(order)).commit()),
        ...orders.map(order => entities.summary.create(orderSummaryAttributes(order)).commit()),
        ...payments.map(payment => entities.payment.put(paymentAttributes(payment)).commit()),
      ])
      .go(),
  )
  if (!results) return { created: true }
  if (!refusal(results, 0)) throw new DomainError('cart_changed')
  const claim = await getCheckoutClaim(cart.id, expectedVersion)
  if (!claim) throw new DomainError('cart_changed')
  return { created: false, orderIds: claim.orderIds }
}

/** The purchase of one version of a cart, or undefined. One GetItem. */
export async function getCheckoutClaim(
  cartId: string,
  cartVersion: number,
): Promise<CheckoutClaim | undefined> {
  const { data } = await claimItem.get({ cartId, edition: cartVersion }).go({ consistent: true })
  return data && !isExpired(data) ? data : undefined
}

const claimsSearched = 10

/** The latest purchases of a cart that used any of these quotes: how a form sent twice finds its orders. One Query. */
export async function findCheckoutClaim(
  cartId: string,
  quoteIds: readonly string[],
): Promise<CheckoutClaim | undefined> {
  const { data } = await claimItem.query
    .claims({ cartId })
    .go({ order: 'desc', limit: claimsSearched, consistent: true })
  return data.find(claim => !isExpired(claim) && claim.quoteIds.some(id => quoteIds.includes(id)))
}
