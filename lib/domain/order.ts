import { z } from 'zod'
import { addressSchema, contactSchema } from '#lib/domain/address.ts'
import { type AfterSale, afterSaleSchema } from '#lib/domain/after-sale.ts'
import { cartLineSchema } from '#lib/domain/cart.ts'
import { consentsSchema } from '#lib/domain/consent.ts'
import { errorCodes } from '#lib/domain/errors.ts'
import { originSchema } from '#lib/domain/insight/origin.ts'
import { moneySchema } from '#lib/domain/money.ts'
import { fulfilmentOptionSchema, quoteTotalsSchema } from '#lib/domain/quote.ts'

/** The workflow's steps, in order. */
export const steps = [
  'initialize-order',
  'verify-payment',
  'add-customer',
  'place-order',
  'capture-order',
  'publish-status',
] as const
export type Step = (typeof steps)[number]

/**
 * `submitted` → `processing` → one of `confirmed`, `failed`, `cancelled`, `needs_attention`.
 * `unknown`: the retailer was told to sell and its answer is not known yet; it is being asked.
 * `awaiting_shopper`: the retailer sells only once the shopper has been to its own page.
 */
export const orderStates = [
  'submitted',
  'processing',
  'awaiting_shopper',
  'unknown',
  'confirmed',
  'failed',
  'cancelled',
  'needs_attention',
] as const
export type OrderState = (typeof orderStates)[number]

export const endStates: readonly OrderState[] = ['confirmed', 'failed', 'cancelled', 'needs_attention']

/** What the timeline shows: when, which step, and how it went. No personal data. */
export const timelineEntrySchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  step: z.enum([...steps, 'submitted', 'cancel-order']),
  status: z.enum(['started', 'done', 'failed', 'undone']),
  reason: z.enum(errorCodes).optional(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** The retailer's own word for the order, as last heard. */
export const retailerOrderSchema = z.object({
  /** The retailer's id for the order, for asking it again. */
  id: z.string(),
  /** What the shopper reads out on the phone. */
  number: z.string(),
  url: z.string(),
  status: z.string(),
  total: moneySchema.optional(),
  /** ISO 8601. */
  asOf: z.string(),
})
export type RetailerOrder = z.infer<typeof retailerOrderSchema>

/** Stock that a retailer holds for an order, by its own id for the hold. */
export const stockHoldSchema = z.object({
  id: z.string(),
  /** ISO 8601: when it lapses by itself, whatever happens here. */
  expiresAt: z.string(),
})
export type StockHold = z.infer<typeof stockHoldSchema>

/** That the retailer wants the shopper on a page of its own before it sells. */
export const escalationSchema = z.object({
  /** Checked to be the retailer's own; can carry a key, so it goes to the shopper and nowhere else. */
  url: z.string(),
  /** ISO 8601: since when, and until when the purchase waits, all the times that the retailer asks together. */
  since: z.string(),
  until: z.string(),
  /** ISO 8601: when the shopper was mailed about it. */
  remindedAt: z.string().optional(),
})
export type Escalation = z.infer<typeof escalationSchema>

export const orderSchema = z.object({
  id: z.string(),
  checkoutId: z.string(),
  /** The orders that the rest of the same basket became, where it was bought from several retailers. */
  otherParts: z.array(z.object({ orderId: z.string(), retailerName: z.string() })).optional(),
  /** Who may see it: the visitor who bought it, or the customer with this e-mail once signed in. */
  visitorId: z.string(),
  customerId: z.string(),
  /** True when the buyer had proven the e-mail by signing in, so that the account may learn from this order. */
  signedIn: z.boolean().optional(),
  retailerId: z.string(),
  retailerName: z.string(),
  state: z.enum(orderStates),
  /** Why it failed or needs attention. */
  reason: z.enum(errorCodes).optional(),
  lines: z.array(cartLineSchema.extend({ unitPrice: moneySchema, total: moneySchema })),
  contact: contactSchema,
  address: addressSchema,
  consents: consentsSchema,
  loyaltyId: z.string().optional(),
  /** The discount code that the retailer took. */
  discountCode: z.string().optional(),
  /** How it came about, for figures; nothing personal. */
  origin: originSchema.optional(),
  fulfilment: fulfilmentOptionSchema,
  totals: quoteTotalsSchema,
  /** Set where the card is checked only as the retailer sells. */
  checkedAtPlace: z.boolean().optional(),
  /** The retailer's session that was quoted, to be completed at exactly `totals.total`. */
  sessionId: z.string(),
  /** What the retailer was heard to hold and not to have released since. */
  hold: stockHoldSchema.optional(),
  escalation: escalationSchema.optional(),
  afterSale: afterSaleSchema.optional(),
  /** ISO 8601: since when the shopper wants it cancelled and the retailer has not answered. */
  cancelRequestedAt: z.string().optional(),
  timeline: z.array(timelineEntrySchema),
  retailerOrder: retailerOrderSchema.optional(),
  /** ISO 8601. */
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Order = z.infer<typeof orderSchema>

/** What a list of orders shows of one. `state` is `submitted` until the order ends. */
export const orderSummarySchema = orderSchema
  .pick({
    id: true,
    customerId: true,
    retailerId: true,
    retailerName: true,
    state: true,
    createdAt: true,
  })
  .extend({ total: moneySchema, itemCount: z.number().int(), names: z.array(z.string()) })
export type OrderSummary = z.infer<typeof orderSummarySchema>

/** What an order page needs to stay up to date: nothing personal. */
export type OrderStatus = Pick<
  Order,
  'state' | 'reason' | 'timeline' | 'retailerOrder' | 'cancelRequestedAt' | 'checkedAtPlace' | 'updatedAt'
> & {
  afterSale?: AfterSale
  /** Where the shopper is awaited now, since and until when (ISO 8601). */
  awaited?: Pick<Escalation, 'url' | 'since' | 'until'>
}

/** The part of an order that its page follows. */
export function statusOf(order: Order): OrderStatus {
  const { state, reason, timeline, retailerOrder, cancelRequestedAt, updatedAt, escalation } = order
  const { afterSale, checkedAtPlace } = order
  const told = { state, reason, timeline, retailerOrder, cancelRequestedAt, afterSale, updatedAt }
  const status = { ...told, checkedAtPlace }
  if (state !== 'awaiting_shopper' || !escalation) return status
  const { url, since, until } = escalation
  return { ...status, awaited: { url, since, until } }
}

/** A payment token, in an item of its own with a TTL, deleted when the purchase ends. */
export const paymentSchema = z.object({
  orderId: z.string(),
  retailerId: z.string(),
  token: z.string().min(8).max(200),
  /** Set where only the retailer's own processor knows the token: it is checked when the order is placed. */
  checkedAtPlace: z.boolean().optional(),
  /** What the token is for: the processor refuses any other amount. */
  amount: moneySchema,
  /** For people: `Visa ending 4242`. */
  display: z.string().max(60),
})
export type Payment = z.infer<typeof paymentSchema>

/** The order number a shopper sees: the last eight characters of the id, in capitals, in two groups. */
export function orderNumber(orderId: string): string {
  const tail = orderId.slice(-8).toUpperCase()
  return `${tail.slice(0, 4)}-${tail.slice(4)}`
}

/** True once nothing more will happen by itself. */
export function isEnded(state: OrderState): boolean {
  return endStates.includes(state)
}

/** True once nothing more will happen by itself, a cancellation that was asked for included. */
export function isSettled({ state, cancelRequestedAt }: Pick<Order, 'state' | 'cancelRequestedAt'>): boolean {
  return isEnded(state) && cancelRequestedAt === undefined
}

/**
 * A timeline in which a step that was repeated shows each of its outcomes once, the first time it happened.
 * Each try at cancelling is the shopper's own and is shown.
 */
export function distinctEntries(timeline: readonly TimelineEntry[]): TimelineEntry[] {
  const seen = new Set<string>()
  return timeline.filter(entry => {
    if (entry.step === 'cancel-order') return true
    const key = `${entry.step} ${entry.status}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
