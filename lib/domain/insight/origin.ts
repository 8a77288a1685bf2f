import { z } from 'zod'
import { lossReasonSchema } from '#lib/domain/insight/lost.ts'

/** A campaign as an address names it, brought to one way of writing: small letters, digits and `-`, 40 at most. */
export function cleanCampaign(typed: string): string | undefined {
  const clean = typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return clean === '' ? undefined : clean
}

/** A campaign as a browser sends it; what is none is forgotten, never refused. */
export const campaignSchema = z.string().max(500).transform(cleanCampaign).optional().catch(undefined)

/** What an order tells of how it came about: for figures, and nothing that says who. */
export const originSchema = z.object({
  campaign: z.string().optional(),
  /** True where the customer was known when they ordered. */
  returning: z.boolean().optional(),
  /** What the basket and this retailer's offer were counted as lost for until they were bought. */
  basketReason: lossReasonSchema.optional(),
  offerReason: lossReasonSchema.optional(),
  /** What the loyalty id saved, in minor units. */
  loyaltySaving: z.number().int().min(0).optional(),
})
export type Origin = z.infer<typeof originSchema>

/** What a browser has seen since it last spoke to the site: counts only. */
export const seenSchema = z.object({
  /** Product pages opened. */
  views: z.number().int().min(0).max(500).catch(0),
  /** Checkouts opened and left, by retailer. */
  checkouts: z
    .record(z.string().regex(/^[a-z0-9-]{2,30}$/), z.number().int().min(1).max(20))
    .refine(counts => Object.keys(counts).length <= 20)
    .catch({}),
})
export type Seen = z.infer<typeof seenSchema>
