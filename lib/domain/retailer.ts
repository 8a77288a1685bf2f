import { z } from 'zod'

/** What a retailer can do, so that the site never promises more. */
export const capabilitiesSchema = z.object({
  lookup: z.boolean(),
  quote: z.boolean(),
  /** native: stock is held on request. at_place: only when the order is placed. none: never promised. */
  reserve: z.enum(['native', 'at_place', 'none']),
  authorize: z.enum(['separate', 'at_place', 'handoff']),
  place: z.boolean(),
  cancel: z.boolean(),
  status: z.enum(['webhook', 'poll', 'none']),
  loyalty: z.boolean(),
  discountCodes: z.boolean(),
  consent: z.boolean(),
  handoff: z.boolean(),
})
export type Capabilities = z.infer<typeof capabilitiesSchema>

/** A row of the registry: everything the site knows of a retailer beforehand. */
export const retailerSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,30}$/),
  name: z.string(),
  /** One sentence for shoppers. */
  blurb: z.string(),
  adapter: z.enum(['ucp']),
  /** The base URL of the retailer's API. */
  endpoint: z.url(),
  /** Key in Secrets Manager, fixed by configuration, never by a request. */
  secretName: z.string(),
  enabled: z.boolean(),
  position: z.number().int(),
  /** What shoppers call the loyalty scheme, absent where there is none; `claim` is its reverse-domain name. */
  loyalty: z.object({ name: z.string(), claim: z.string(), example: z.string() }).optional(),
  payment: z.object({
    /** UCP payment handler id that takes the token. */
    handlerId: z.string(),
    /** Where the browser sends card fields; the site never sees them. */
    tokenizeUrl: z.url(),
  }),
  /** Seconds the retailer has to answer a quote. */
  quoteDeadline: z.number().min(0.1).max(20),
  /** How many calls the workflow may make to it in a second, all processes together; without, as many as it likes. */
  callsPerSecond: z.number().min(0.1).max(10_000).optional(),
  capabilities: capabilitiesSchema,
})
export type Retailer = z.infer<typeof retailerSchema>

/** What a shopper's browser may know of a retailer. */
export type RetailerSummary = Pick<Retailer, 'id' | 'name' | 'blurb' | 'loyalty'> & {
  tokenizeUrl: string
}
