import { z } from 'zod'
import { moneySchema } from '#lib/domain/money.ts'

/** What can happen to a parcel, by the protocol's words (fulfillment_event.json). */
export const parcelEvents = [
  'processing',
  'shipped',
  'in_transit',
  'failed_attempt',
  'delivered',
  'undeliverable',
  'returned_to_sender',
  'canceled',
] as const
export type ParcelEventType = (typeof parcelEvents)[number]

const partSchema = z.object({
  /** The retailer's id for the line. */
  lineId: z.string(),
  quantity: z.number().int(),
})

/** Something that happened to goods on their way. Once told, it never changes. */
const parcelEventSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  type: z.enum(parcelEvents),
  parts: z.array(partSchema),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
  trackingUrl: z.string().optional(),
  description: z.string().optional(),
})
export type ParcelEvent = z.infer<typeof parcelEventSchema>

/** A change after the sale: money back, articles returned or left out. */
const adjustmentSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** The retailer's word: refund, return, credit, cancellation, price_adjustment, dispute or another. */
  type: z.string(),
  status: z.enum(['pending', 'completed', 'failed']),
  /** What the shopper gets back; negative for what is charged besides. */
  amount: moneySchema.optional(),
  parts: z.array(partSchema),
  description: z.string().optional(),
})
export type Adjustment = z.infer<typeof adjustmentSchema>

const lineSchema = z.object({
  id: z.string(),
  /** The retailer's number for the article, and ours where it is one that was bought here. */
  retailerSku: z.string(),
  sku: z.string().optional(),
  title: z.string(),
  /** Bought, still to be had after changes, and handed over so far, as the retailer counts. */
  ordered: z.number().int(),
  current: z.number().int(),
  fulfilled: z.number().int(),
})
export type AfterSaleLine = z.infer<typeof lineSchema>

const expectationSchema = z.object({
  id: z.string(),
  parts: z.array(partSchema),
  /** Such as `Arrives in 3 to 5 days`. */
  description: z.string().optional(),
  /** ISO 8601: not before. */
  from: z.string().optional(),
})

/** What a retailer says at one moment of an order's fate, whole. */
export const afterSaleReportSchema = z.object({
  lines: z.array(lineSchema),
  events: z.array(parcelEventSchema),
  adjustments: z.array(adjustmentSchema),
  expectations: z.array(expectationSchema),
})
export type AfterSaleReport = z.infer<typeof afterSaleReportSchema>

/** All that was heard of an order after its sale, from however many reports. */
export const afterSaleSchema = afterSaleReportSchema.extend({
  /** ISO 8601: when the last thing in the newest report happened. */
  asOf: z.string(),
  /** What subscribers have been told of, as `announcements` names it. */
  told: z.array(z.string()),
  /** Rises with each write. */
  edition: z.number().int(),
})
export type AfterSale = z.infer<typeof afterSaleSchema>

/** When the last thing in a report happened; the beginning of time for one in which nothing has. */
export function reportTime({ events, adjustments }: AfterSaleReport): string {
  const times = [...events, ...adjustments].map(({ at }) => at)
  return times.toSorted().at(-1) ?? new Date(0).toISOString()
}

const byTime = <T extends { at: string; id: string }>(entries: Iterable<T>): T[] =>
  [...entries].toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))

/** True when `report` is at least as new as all that is known: it may replace what has no time of its own. */
function isNewest(known: AfterSale, report: AfterSaleReport): boolean {
  const time = reportTime(report)
  if (time !== known.asOf) return time > known.asOf
  const ids = new Set([...report.events, ...report.adjustments].map(({ id }) => id))
  return [...known.events, ...known.adjustments].every(({ id }) => ids.has(id))
}

/**
 * What is known once a report has come in. Reports may come twice and in any order: events only ever add up, an
 * adjustment that has ended stays ended, and lines and expectations are those of the newest report. Never loses what
 * was known, so the same set of reports comes to the same whatever their order.
 */
export function withReport(known: AfterSale | undefined, report: AfterSaleReport): AfterSale {
  if (!known) {
    const { events, adjustments } = report
    const sorted = { ...report, events: byTime(events), adjustments: byTime(adjustments) }
    return { ...sorted, asOf: reportTime(report), told: [], edition: 0 }
  }
  const newest = isNewest(known, report)
  const events = new Map([...report.events, ...known.events].map(event => [event.id, event]))
  const adjustments = new Map(known.adjustments.map(adjustment => [adjustment.id, adjustment]))
  for (const adjustment of report.adjustments) {
    const before = adjustments.get(adjustment.id)
    const isEnded = before !== undefined && before.status !== 'pending'
    if (!before || (!isEnded && (newest || adjustment.status !== 'pending'))) {
      adjustments.set(adjustment.id, adjustment)
    }
  }
  const { lines, expectations } = newest ? report : known
  return {
    ...known,
    lines,
    expectations,
    events: byTime(events.values()),
    adjustments: byTime(adjustments.values()),
    asOf: newest ? reportTime(report) : known.asOf,
  }
}
