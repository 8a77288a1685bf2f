import type { Address, Contact, Destination } from '#lib/domain/address.ts'
import type { AfterSaleReport } from '#lib/domain/after-sale.ts'
import type { Consents } from '#lib/domain/consent.ts'
import type { Offer } from '#lib/domain/listing.ts'
import type { Money } from '#lib/domain/money.ts'
import type { RetailerOrder } from '#lib/domain/order.ts'
import type { Quote } from '#lib/domain/quote.ts'
import type { Capabilities } from '#lib/domain/retailer.ts'

/** Passed to every call. `key` is the idempotency key (a UUID): the same key, the same effect, once. */
export type Call = { key: string; signal: AbortSignal }

/** An article as the retailer numbers it, beside the brand's own sku. */
export type RetailerItem = { sku: string; retailerSku: string; quantity: number }

export type QuoteRequest = {
  items: RetailerItem[]
  destination: Destination
  currency: string
  loyaltyId?: string
  /** As the shopper typed it. */
  discountCode?: string
}

/** A retailer's answer to a quote: a Quote without what only this site knows. */
export type RetailerQuote = Omit<
  Quote,
  'id' | 'cartId' | 'cartVersion' | 'retailerId' | 'loyaltyId' | 'destination'
>

/** All that the retailer needs to sell: sent before it holds stock, so that it can refuse early. */
export type Purchase = {
  /** Our order id: the reference by which the retailer can be asked later. */
  reference: string
  sessionId: string
  items: RetailerItem[]
  address: Address
  contact: Contact
  consents: Consents
  loyaltyId?: string
  discountCode?: string
  optionId: string
  /** What the shopper accepted. Any other total throws `total_changed`. */
  total: Money
}

export type Hold = { holdId: string /** ISO 8601: when it lapses by itself. */; expiresAt: string }

/** The retailer wants the shopper on its page at `url` first. `expiresAt` (ISO 8601): when its session ends. */
export type Escalate = { status: 'escalate'; url: string; expiresAt?: string }

/** How placing an order ended. `unknown` means ask again before saying anything to the shopper. */
export type Placement =
  | { status: 'placed'; order: RetailerOrder }
  | { status: 'declined' }
  | { status: 'out_of_stock' }
  | Escalate
  | { status: 'unknown' }

/** What the retailer holds for a session, asked to settle an `unknown`. */
export type SessionState =
  | { status: 'open' }
  | { status: 'in_progress' }
  | { status: 'placed'; order: RetailerOrder }
  | Escalate
  | { status: 'cancelled' }
  | { status: 'gone' }

/** An order as its retailer tells of it: `payload` is its own words, `reference` our order's id as far as it repeats it. */
export type RetailerReport = {
  order: RetailerOrder
  payload: unknown
  afterSale?: AfterSaleReport
  reference?: string
}

/** Whether an order could be cancelled. `too_late`: it has shipped, or is on its way out, and stays sold. */
export type Cancellation = { status: 'cancelled'; order: RetailerOrder } | { status: 'too_late' }

/** Who takes the card's token at a retailer. */
export type PaymentHandler = {
  /** The retailer's name for it. */
  handlerId: string
  /** Where the browser sends card fields; the site never sees them. Absent where only the registry's row could say. */
  tokenizeUrl?: string
}

/**
 * What an adapter offers. Methods throw DomainError: `retailer_unreachable` (no answer, 5xx, broken body),
 * `retailer_slow` (the signal fired), `retailer_refused` (4xx that no retry will mend), `out_of_stock`,
 * `total_changed`, `quote_expired`. Only `place` never throws on an ambiguous answer: it returns `unknown`.
 */
export interface RetailerAdapter {
  readonly capabilities: Capabilities
  /** Absent where the retailer takes no cards from us. */
  readonly payment?: PaymentHandler
  /** What the retailer asks for these articles now; articles it does not know are left out. */
  lookup(
    items: { sku: string; slug: string; retailerSku: string }[],
    call: Omit<Call, 'key'>,
  ): Promise<Offer[]>
  /** Opens a session for the items and says what it costs. Items the retailer lacks come back as missing lines. */
  quote(request: QuoteRequest, call: Call): Promise<RetailerQuote>
  /** The same session with another fulfilment option: new totals. */
  selectOption(
    request: QuoteRequest & { sessionId: string; optionId: string },
    call: Call,
  ): Promise<RetailerQuote>
  /** Gives the session its buyer, address and option, and checks its total against the accepted one. */
  prepare(purchase: Purchase, call: Call): Promise<void>
  /** Holds stock for the session. Only where `capabilities.reserve` is `native`. */
  reserve(sessionId: string, call: Call): Promise<Hold>
  release(sessionId: string, holdId: string, call: Call): Promise<void>
  /** Tells the retailer to sell. Asks for the session's state before repeating itself. */
  place(
    purchase: {
      sessionId: string
      reference: string
      total: Money
      payment: { token: string; handlerId: string }
    },
    call: Call,
  ): Promise<Placement>
  getSession(sessionId: string, call: Omit<Call, 'key'>): Promise<SessionState>
  getOrder(retailerOrderId: string, call: Omit<Call, 'key'>): Promise<RetailerReport>
  /** Reads an order that the retailer sent by itself. Only where `capabilities.status` is `webhook`. */
  readReport?(payload: unknown): Promise<RetailerReport>
  /** Cancels an order and has the money given back. Only where `capabilities.cancel`. Harmless when repeated. */
  cancelOrder(retailerOrderId: string, call: Call): Promise<Cancellation>
  /** Ends a session that was not completed; harmless when repeated. */
  cancelSession(sessionId: string, call: Call): Promise<void>
}
