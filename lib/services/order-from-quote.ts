import type { Address, Contact } from '#lib/domain/address.ts'
import type { Cart } from '#lib/domain/cart.ts'
import type { Consents } from '#lib/domain/consent.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Order } from '#lib/domain/order.ts'
import { isComplete, type Quote } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'

export type Buyer = {
  visitorId: string
  customerId: string
  signedIn: boolean
  contact: Contact
  address: Address
  consents: Consents
}

/**
 * Throws unless each quote still holds and is for this address, and all together supply the whole cart exactly
 * once: `quote_expired`, `destination_changed`, `quote_incomplete`.
 */
export function checkQuotes(cart: Cart, quotes: readonly Quote[], address: Address): void {
  if (quotes.some(quote => Date.parse(quote.expiresAt) <= Date.now())) throw new DomainError('quote_expired')
  for (const { destination } of quotes) {
    if (destination.postalCode !== address.postalCode) {
      throw new DomainError('destination_changed', { field: 'address.postalCode' })
    }
    if (destination.region !== address.region || destination.country !== address.country) {
      throw new DomainError('destination_changed', { field: 'address.region' })
    }
  }
  if (!quotes.every(isComplete)) throw new DomainError('quote_incomplete')
  const lines = quotes.flatMap(quote => quote.lines)
  const coversOnce = cart.lines.every(
    ({ sku, quantity }) =>
      lines.filter(line => line.sku === sku).reduce((sum, line) => sum + line.requested, 0) === quantity,
  )
  if (!coversOnce) throw new DomainError('quote_incomplete')
}

/** The order that accepting a quote makes. Throws `quote_incomplete` for one without prices or delivery. */
export function orderFromQuote(
  cart: Cart,
  quote: Quote,
  retailer: Retailer,
  buyer: Buyer,
  checkoutId: string,
): Order {
  const fulfilment = quote.options.find(option => option.id === quote.selectedOptionId)
  if (!fulfilment) throw new DomainError('quote_incomplete')
  const lines = quote.lines.map(({ sku, requested, unitPrice, total }) => {
    const line = cart.lines.find(each => each.sku === sku)
    if (!line || !unitPrice || !total) throw new DomainError('quote_incomplete')
    return { ...line, quantity: requested, unitPrice, total }
  })
  const now = new Date().toISOString()
  return {
    ...buyer,
    id: newId('order'),
    checkoutId,
    retailerId: retailer.id,
    retailerName: retailer.name,
    state: 'submitted',
    lines,
    loyaltyId: quote.loyaltyId,
    discountCode: quote.discount?.accepted ? quote.discount.code : undefined,
    fulfilment,
    totals: quote.totals,
    checkedAtPlace: retailer.capabilities.authorize === 'separate' ? undefined : true,
    sessionId: quote.sessionId,
    timeline: [{ at: now, step: 'submitted', status: 'done' }],
    createdAt: now,
    updatedAt: now,
  }
}
