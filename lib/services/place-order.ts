import { getCartOf, type StoredCart } from '#lib/data/carts.ts'
import { createCheckout, findCheckoutClaim } from '#lib/data/checkouts.ts'
import { getRetailer } from '#lib/data/retailers.ts'
import type { Address, Contact } from '#lib/domain/address.ts'
import type { Cart } from '#lib/domain/cart.ts'
import type { Consents } from '#lib/domain/consent.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import { type Order, type Payment, paymentSchema } from '#lib/domain/order.ts'
import type { Quote } from '#lib/domain/quote.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'
import { checkQuotes, orderFromQuote } from '#lib/services/order-from-quote.ts'
import { startPurchase } from '#lib/services/start-purchase.ts'

export type Checkout = {
  cartId: string
  visitorId: string
  signedInEmail?: string
  /** The accepted quotes, one a retailer. */
  quoteIds: string[]
  contact: Contact
  address: Address
  consents: Consents
  /** By retailer id: whether it may write to the shopper. */
  retailerConsents?: Record<string, boolean>
  /** The campaign that led here. */
  campaign?: string
  /** The payment token for each quote, by quote id. */
  payments: Record<string, { token: string; display: string }>
}

/**
 * Turns accepted quotes into orders and starts their workflows. The same checkout sent again (a second click, a
 * reload, another tab) makes nothing new and returns the first one's orders. Two DynamoDB requests.
 *
 * Throws `cart_empty`; `cart_changed` when a quote is not one of the cart's present ones; `quote_expired`,
 * `quote_incomplete`, `destination_changed`, `payment_missing`, `retailer_disabled`. Nothing is ordered then.
 */
export async function placeOrder(checkout: Checkout): Promise<{ orderIds: string[] }> {
  const { cartId, quoteIds, address, payments } = checkout
  const customerId = await customerIdOf(checkout.signedInEmail ?? checkout.contact.email)
  const stored = await getCartOf(cartId, customerId)
  const { cart, outcomes, split } = stored
  const wanted = [...new Set(quoteIds)]
  const known = outcomes.flatMap(outcome => (outcome.status === 'quoted' ? [outcome.quote] : []))
  const quotes = wanted.flatMap(id => [...known, ...split].find(quote => quote.id === id) ?? [])
  if (wanted.length === 0 || quotes.length !== wanted.length) return earlierOrders(cart, wanted)
  checkQuotes(cart, quotes, address)
  if (quotes.some(quote => !payments[quote.id])) throw new DomainError('payment_missing')
  const checkoutId = newId('checkout')
  const parts = await ordersFor(checkout, customerId, cart, quotes, checkoutId)
  const orders = linked(withOrigins(parts, quotes, stored, checkout.campaign))
  const result = await createCheckout({
    cart,
    expectedVersion: cart.version,
    checkoutId,
    quoteIds: wanted,
    orders,
    payments: orders.map((order, index) => paymentFor(order, quotes[index], payments)),
  })
  if (!result.created) return { orderIds: result.orderIds }
  const orderIds = orders.map(order => order.id)
  await Promise.all(orderIds.map(orderId => startPurchase(orderId)))
  return { orderIds }
}

/** The orders these quotes were accepted for before. Throws `cart_empty` or `cart_changed` when there are none. */
async function earlierOrders(cart: Cart, quoteIds: readonly string[]): Promise<{ orderIds: string[] }> {
  const claim = await findCheckoutClaim(cart.id, quoteIds)
  if (claim) return { orderIds: claim.orderIds }
  throw new DomainError(cart.lines.length === 0 ? 'cart_empty' : 'cart_changed')
}

async function ordersFor(
  { visitorId, signedInEmail, contact, address, consents, retailerConsents }: Checkout,
  customerId: string,
  cart: Cart,
  quotes: readonly Quote[],
  checkoutId: string,
): Promise<Order[]> {
  const signedIn = signedInEmail !== undefined
  const buyer = { visitorId, customerId, signedIn, contact, address }
  return Promise.all(
    quotes.map(async quote => {
      const retailer = await getRetailer(quote.retailerId)
      if (!retailer?.enabled) throw new DomainError('retailer_disabled')
      const agreed = { ...consents, retailer_marketing: retailerConsents?.[retailer.id] ?? false }
      return orderFromQuote(cart, quote, retailer, { ...buyer, consents: agreed }, checkoutId)
    }),
  )
}

/** The orders with how each came about: what the figures are made of. A basket in several parts is one basket. */
function withOrigins(
  orders: Order[],
  quotes: readonly Quote[],
  { basket, isReturning }: StoredCart & { isReturning: boolean },
  campaign: string | undefined,
): Order[] {
  return orders.map((order, index) => {
    const loyalty = quotes[index]?.loyalty
    return {
      ...order,
      origin: {
        campaign,
        returning: isReturning,
        basketReason: index === 0 ? basket?.reason : undefined,
        offerReason: basket?.reasons[order.retailerId],
        loyaltySaving: loyalty?.accepted ? Math.abs(loyalty.saving.amount) : undefined,
      },
    }
  })
}

/** Orders of one checkout, each with the others named, so that its page and its mails can tell of them. */
function linked(orders: Order[]): Order[] {
  if (orders.length < 2) return orders
  return orders.map(order => ({
    ...order,
    otherParts: orders
      .filter(other => other !== order)
      .map(({ id, retailerName }) => ({ orderId: id, retailerName })),
  }))
}

function paymentFor(order: Order, quote: Quote | undefined, payments: Checkout['payments']): Payment {
  const given = quote && payments[quote.id]
  const payment = paymentSchema.safeParse({
    ...given,
    orderId: order.id,
    retailerId: order.retailerId,
    amount: order.totals.total,
    ...(order.checkedAtPlace && { checkedAtPlace: true }),
  })
  if (!payment.success) throw new DomainError('payment_missing', { cause: payment.error })
  return payment.data
}
