import { z } from 'zod'
import { byKey, type Counts } from '#lib/domain/insight/counts.ts'
import { capabilitiesSchema } from '#lib/domain/retailer.ts'

/** Why a retailer could not be asked, told apart as far as it helps whoever has to mend it. */
export const troubles = [
  'no_such_host',
  'refused_connection',
  'slow',
  'not_secure',
  'moved',
  'missing',
  'failing',
  'unreadable',
  'not_our_version',
  'no_secret',
  'refused',
  'unreachable',
] as const
export type Trouble = (typeof troubles)[number]

/** What a retailer and this site agreed on when its profile, or its row, was last read. */
export const agreementSchema = z.object({
  /** ISO 8601: when the profile was heard; absent for a retailer without one. */
  profileAt: z.string().optional(),
  /** Base URL of its API. */
  endpoint: z.string(),
  version: z.string().optional(),
  /** Public keys that it publishes to sign with. */
  keys: z.number().int().optional(),
  capabilities: capabilitiesSchema,
  payment: z.object({ handlerId: z.string(), tokenizeUrl: z.string().optional() }).optional(),
})
export type Agreement = z.infer<typeof agreementSchema>

/** What is on record of how a retailer answers, from asking it for its prices by the clock and from checks. */
export const healthSchema = z.object({
  /** ISO 8601. */
  answeredAt: z.string().optional(),
  failedAt: z.string().optional(),
  trouble: z.enum(troubles).optional(),
  /** Times in a row without an answer. */
  failures: z.number().int().default(0),
  agreement: agreementSchema.optional(),
})
export type RetailerHealth = z.infer<typeof healthSchema>

/** How a server of the site sees a retailer: whether shoppers' quotes are kept from it, and since when. */
export type Circuit = { state: 'closed' | 'open' | 'probing'; answeredAt?: string; failedAt?: string }

/** What the counters say of a retailer over some days. */
export type RetailerRecord = {
  days: number
  /** Baskets it was asked about, and of these those it gave no answer for. */
  asked: number
  silent: number
  /** Orders placed, confirmed, and come to nothing since it did not answer or refused. */
  placed: number
  confirmed: number
  failed: number
}

/** One retailer's part of the counters of visits and orders. */
export function recordOf(retailerId: string, days: number, visits: Counts, orders: Counts): RetailerRecord {
  const seen = byKey(visits, 'retailer').get(retailerId) ?? {}
  const sold = byKey(orders, 'retailer').get(retailerId) ?? {}
  return {
    days,
    asked: seen.asked ?? 0,
    silent: seen['lost:down'] ?? 0,
    placed: sold.placed ?? 0,
    confirmed: sold.confirmed ?? 0,
    failed: sold['failed:down'] ?? 0,
  }
}

/** A retailer's health in one word, worst first: what the list shows. */
export function judgeHealth(
  health: RetailerHealth | undefined,
  circuit: Circuit | undefined,
): 'unknown' | 'well' | 'failing' {
  if (circuit && circuit.state !== 'closed') return 'failing'
  if (!health || (!health.answeredAt && !health.failedAt)) return 'unknown'
  return health.failures > 0 ? 'failing' : 'well'
}
