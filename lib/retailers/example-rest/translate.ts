import type { Address, Contact, Destination } from '#lib/domain/address.ts'
import type { Consents } from '#lib/domain/consent.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { money } from '#lib/domain/money.ts'
import type { RetailerOrder } from '#lib/domain/order.ts'
import type { QuoteLine } from '#lib/domain/quote.ts'
import type { QuoteRequest, RetailerItem, RetailerQuote, SessionState } from '#lib/retailers/contract.ts'
import type { Basket, Order } from './shapes.ts'

/*
 * Our terms into the retailer's, and back. Nothing here sends anything, so all of it can be tested without a server.
 *
 * To adapt: everything. This is the file in which two vocabularies meet.
 */

type Draft = {
  items: RetailerItem[]
  destination: Destination & Partial<Address>
  loyaltyId?: string
  discountCode?: string
  optionId?: string
  contact?: Contact
  consents?: Consents
  reference?: string
}

/**
 * A basket as this retailer takes it: always whole, so that every write is built from all that is known. Personal
 * data is there only once the shopper buys: a price is asked for with the place alone.
 */
export function basketBody({ items, destination, contact, ...draft }: Draft) {
  return {
    lines: items.map(item => ({ article: item.retailerSku, count: item.quantity })),
    to: {
      country: destination.country,
      state: destination.region,
      zip: destination.postalCode,
      street: destination.street,
      street_2: destination.extra,
      city: destination.city,
      first_name: destination.firstName,
      last_name: destination.lastName,
    },
    club_number: draft.loyaltyId,
    code: draft.discountCode,
    delivery: draft.optionId,
    customer: contact && {
      email: contact.email,
      phone: contact.phone,
      // The shopper agrees with the brand and with the retailer separately; the retailer is told of its own only.
      newsletter: draft.consents?.retailer_marketing ?? false,
    },
    // By this number the retailer can be asked for the order later, whatever got lost on the way.
    your_number: draft.reference,
  }
}

/**
 * Every line that was asked for, in the same order: what the basket does not hold is missing, what it holds less of
 * is short. Never leave a line out, or a retailer that lacks it would look cheap.
 */
export function readLines(items: readonly RetailerItem[], basket: Basket): QuoteLine[] {
  return items.map(({ sku, retailerSku, quantity }) => {
    const line = basket.lines.find(each => each.article === retailerSku)
    if (!line) return { sku, requested: quantity, available: 0 }
    const { currency } = basket
    const available = Math.min(quantity, line.count)
    const unitPrice = money(line.each, currency)
    return { sku, requested: quantity, available, unitPrice, total: money(line.each * available, currency) }
  })
}

/** The retailer's total in minor units, once its parts have been added up again. Throws `retailer_refused`. */
export function checkedTotal({ cost, currency }: Basket, expectedCurrency: string): number {
  const parts = cost.goods + cost.saving + cost.delivery + cost.tax + cost.fee
  if (parts === cost.total && cost.total >= 0 && currency === expectedCurrency) return cost.total
  throw new DomainError('retailer_refused', { cause: new Error('totals do not add up') })
}

/** A basket as the comparison shows it. */
export function readQuote(request: QuoteRequest, basket: Basket, now = new Date()): RetailerQuote {
  const { currency, loyaltyId, discountCode } = request
  const of = (amount: number) => money(amount, currency)
  const { cost, club, code } = basket
  return {
    sessionId: basket.basket,
    lines: readLines(request.items, basket),
    options: basket.deliveries.map(each => ({
      id: each.code,
      title: each.name,
      carrier: each.carrier,
      earliest: each.from,
      latest: each.to,
      price: of(each.cost),
    })),
    selectedOptionId: basket.delivery ?? undefined,
    totals: {
      items: of(cost.goods),
      // Zero or below: what is taken off the goods.
      discount: of(cost.saving),
      fulfilment: of(cost.delivery),
      tax: of(cost.tax),
      fees: of(cost.fee),
      total: of(checkedTotal(basket, currency)),
    },
    // Only where the shopper gave a number or a code: whether the retailer took it, and what it saved.
    ...(loyaltyId && { loyalty: { accepted: club.taken, saving: of(club.saved) } }),
    ...(discountCode && {
      discount: { code: discountCode, accepted: code.taken, saving: of(code.saved) },
    }),
    notices: [],
    quotedAt: now.toISOString(),
    expiresAt: basket.valid_until,
  }
}

const nothingLifetime = 15 * 60_000

/** What a retailer that has none of the articles comes to: every line missing, nothing to pay, no session. */
export function emptyQuote({ items, currency }: QuoteRequest, now = new Date()): RetailerQuote {
  const zero = money(0, currency)
  return {
    sessionId: '',
    lines: items.map(({ sku, quantity }) => ({ sku, requested: quantity, available: 0 })),
    options: [],
    totals: { items: zero, discount: zero, fulfilment: zero, tax: zero, fees: zero, total: zero },
    notices: [],
    quotedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + nothingLifetime).toISOString(),
  }
}

/** What a basket's state means to us. */
export function sessionState(basket: Basket, now = new Date()): SessionState {
  const { state, order, page, cost, currency } = basket
  if (state === 'dropped') return { status: 'cancelled' }
  if (state === 'ask_customer') return { status: 'escalate', url: page }
  if (state === 'open') return { status: 'open' }
  // Sold without an order to show for it yet is still being sold: ask again.
  if (state === 'selling' || !order) return { status: 'in_progress' }
  const placed: RetailerOrder = {
    id: order.id,
    number: order.number,
    url: order.page,
    status: 'processing',
    total: money(cost.total, currency),
    asOf: now.toISOString(),
  }
  return { status: 'placed', order: placed }
}

/** An order as the retailer has it now. */
export function readOrder(order: Order, now = new Date()): RetailerOrder {
  return {
    id: order.id,
    number: order.number,
    url: order.page,
    status: order.status,
    total: money(order.cost.total, order.currency),
    asOf: now.toISOString(),
  }
}
