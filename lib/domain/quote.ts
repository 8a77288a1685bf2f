import { z } from 'zod'
import { destinationSchema } from '#lib/domain/address.ts'
import { skuSchema } from '#lib/domain/listing.ts'
import { moneySchema } from '#lib/domain/money.ts'

/** One line as a retailer would fill it. `available` below `requested` is short; 0 is missing. */
export const quoteLineSchema = z.object({
  sku: skuSchema,
  requested: z.number().int().min(1),
  available: z.number().int().min(0),
  /** Absent where the retailer does not sell the item. */
  unitPrice: moneySchema.optional(),
  total: moneySchema.optional(),
})
export type QuoteLine = z.infer<typeof quoteLineSchema>

export const fulfilmentOptionSchema = z.object({
  id: z.string(),
  title: z.string(),
  carrier: z.string().optional(),
  /** ISO 8601. */
  earliest: z.string().optional(),
  latest: z.string().optional(),
  price: moneySchema,
})
export type FulfilmentOption = z.infer<typeof fulfilmentOptionSchema>

/** All minor units of one currency. `discount` is zero or negative. The parts add up to `total`. */
export const quoteTotalsSchema = z.object({
  items: moneySchema,
  discount: moneySchema,
  fulfilment: moneySchema,
  tax: moneySchema,
  fees: moneySchema,
  total: moneySchema,
})
export type QuoteTotals = z.infer<typeof quoteTotalsSchema>

/** What a cart costs at one retailer, delivered, until `expiresAt`. */
export const quoteSchema = z.object({
  id: z.string(),
  cartId: z.string(),
  cartVersion: z.number().int(),
  retailerId: z.string(),
  /** The retailer's own session for this cart. */
  sessionId: z.string(),
  destination: destinationSchema,
  lines: z.array(quoteLineSchema),
  options: z.array(fulfilmentOptionSchema),
  selectedOptionId: z.string().optional(),
  totals: quoteTotalsSchema,
  /** Set where a loyalty id was given: what it saved (zero or negative), or that the retailer did not accept it. */
  loyalty: z.object({ accepted: z.boolean(), saving: moneySchema }).optional(),
  /** The loyalty id given for this retailer: personal, never shown in a URL or log. */
  loyaltyId: z.string().optional(),
  /** Set where a discount code was given: what it saved (zero or negative), or that the retailer refused it. */
  discount: z.object({ code: z.string(), accepted: z.boolean(), saving: moneySchema }).optional(),
  /** Notices the retailer requires to be shown, as plain text. */
  notices: z.array(z.string()),
  /** ISO 8601. */
  quotedAt: z.string(),
  expiresAt: z.string(),
})
export type Quote = z.infer<typeof quoteSchema>

/** What asking one retailer came to. */
export type QuoteOutcome =
  | { status: 'quoted'; retailerId: string; quote: Quote }
  | {
      status: 'unavailable'
      retailerId: string
      reason: 'retailer_slow' | 'retailer_unreachable' | 'retailer_refused'
    }

/** True when the retailer can supply every line in full. */
export function isComplete(quote: Pick<Quote, 'lines'>): boolean {
  return quote.lines.every(line => line.available >= line.requested)
}

/** How many single items of the cart the retailer can supply. */
export function itemsCovered(quote: Pick<Quote, 'lines'>): number {
  return quote.lines.reduce((count, line) => count + Math.min(line.available, line.requested), 0)
}

export const quoteSorts = ['total', 'arrival', 'completeness'] as const
export type QuoteSort = (typeof quoteSorts)[number]

function arrival(quote: Quote): string {
  const chosen = quote.options.find(option => option.id === quote.selectedOptionId)
  return chosen?.latest ?? chosen?.earliest ?? '9999'
}

/**
 * Best first. Whatever the sort, a quote that lacks something stands after every complete one, and one that
 * covers less after one that covers more; retailers that did not answer come last.
 */
export function rankOutcomes(outcomes: readonly QuoteOutcome[], sort: QuoteSort): QuoteOutcome[] {
  const order = (a: QuoteOutcome, b: QuoteOutcome): number => {
    if (a.status !== 'quoted' || b.status !== 'quoted') {
      return Number(a.status !== 'quoted') - Number(b.status !== 'quoted')
    }
    const covered = itemsCovered(b.quote) - itemsCovered(a.quote)
    if (covered !== 0) return covered
    const byTotal = a.quote.totals.total.amount - b.quote.totals.total.amount
    const byArrival = arrival(a.quote).localeCompare(arrival(b.quote))
    return sort === 'arrival' ? byArrival || byTotal : byTotal || byArrival
  }
  return outcomes.toSorted((a, b) => order(a, b) || a.retailerId.localeCompare(b.retailerId))
}
