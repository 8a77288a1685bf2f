import { z } from 'zod'
import { handoffLinkSchema } from '#lib/domain/handoff-link.ts'

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

/** What a retailer that offers nothing can do. */
export const noCapabilities: Capabilities = {
  lookup: false,
  quote: false,
  reserve: 'none',
  authorize: 'at_place',
  place: false,
  cancel: false,
  status: 'none',
  loyalty: false,
  discountCodes: false,
  consent: false,
  handoff: false,
}

const common = {
  id: z.string().regex(/^[a-z0-9-]{2,30}$/),
  name: z.string(),
  /** One sentence for shoppers. */
  blurb: z.string(),
  enabled: z.boolean(),
  position: z.number().int(),
}

const selling = {
  ...common,
  /** Key in Secrets Manager, fixed by configuration, never by a request. */
  secretName: z.string(),
  /** Where the retailer's own pages are besides the endpoint's origin: shoppers are sent nowhere else. */
  pageOrigins: z.array(z.url()).optional(),
  /** What shoppers call the loyalty scheme, absent where there is none; `claim` is its reverse-domain name. */
  loyalty: z
    .object({
      name: z.string(),
      claim: z.string(),
      example: z.string(),
      /** Where members save an amount of money, in minor units, from a value of goods on: for estimates only. */
      flatSaving: z.object({ from: z.number().int(), amount: z.number().int() }).optional(),
    })
    .optional(),
  /** What it says of its usual delivery, in minor units, for estimates only. */
  delivery: z.object({ price: z.number().int(), freeFrom: z.number().int() }).optional(),
  payment: z.object({
    /** The retailer's name for who takes the token: in UCP, a payment handler's id. */
    handlerId: z.string(),
    /** Where the browser sends card fields; the site never sees them. */
    tokenizeUrl: z.url(),
  }),
  /** Seconds the retailer has to answer a quote. */
  quoteDeadline: z.number().min(0.1).max(20),
  /** How many calls the workflow may make to it in a second, all processes together; without, as many as it likes. */
  callsPerSecond: z.number().min(0.1).max(10_000).optional(),
  capabilities: capabilitiesSchema,
}

/** The retailer's profile says what it can do, where its API is and who takes cards; the row needs to say little. */
const ucpRetailerSchema = z.object({
  ...selling,
  adapter: z.literal('ucp'),
  /** The retailer's site, or the address of its profile where that is not `/.well-known/ucp` there. */
  endpoint: z.url(),
  /** Only where the retailer wants an API key besides our signature. */
  secretName: z.string().optional(),
  /** Only where the profile names more than one way to pay, or not where the browser sends card fields. */
  payment: z.object({ handlerId: z.string(), tokenizeUrl: z.url() }).partial().optional(),
  /** Only what shall differ from what the profile comes to. */
  capabilities: capabilitiesSchema.partial().default({}),
})
export type UcpRetailer = z.infer<typeof ucpRetailerSchema>

const restRetailerSchema = z.object({
  ...selling,
  adapter: z.literal('rest'),
  /** The base URL of the retailer's API. */
  endpoint: z.url(),
})
export type RestRetailer = z.infer<typeof restRetailerSchema>

/** A retailer that sells through this site: everything the site knows of it beforehand. */
export const retailerSchema = z.discriminatedUnion('adapter', [ucpRetailerSchema, restRetailerSchema])
export type Retailer = z.infer<typeof retailerSchema>

/** A retailer that sells on its own site only: a link takes the shopper there, with the cart where it can. */
const handoffRetailerSchema = z.object({
  ...common,
  adapter: z.literal('handoff'),
  link: handoffLinkSchema,
})
export type HandoffRetailer = z.infer<typeof handoffRetailerSchema>

/** A row of the registry, by the adapter that reads it. */
export const registryRowSchema = z.discriminatedUnion('adapter', [
  ucpRetailerSchema,
  restRetailerSchema,
  handoffRetailerSchema,
])
export type RegistryRow = z.infer<typeof registryRowSchema>

/** What a shopper's browser may know of a retailer. */
export type RetailerSummary = Pick<Retailer, 'id' | 'name' | 'blurb' | 'loyalty'> & {
  /** Absent where nobody is known to take cards for it: then nothing can be bought there now. */
  tokenizeUrl?: string
  /** Whether it takes discount codes through us. */
  takesCodes: boolean
  /** Whether it wants to know what the shopper agreed to with the retailer. */
  asksConsent: boolean
}

/** What a shopper's browser may know of a retailer that sells on its own site, for one cart. */
export type HandoffOffer = Pick<HandoffRetailer, 'id' | 'name' | 'blurb'> & {
  /** Whether the link fills the cart there. */
  carriesCart: boolean
  /** The lines of the cart that it sells and the link can carry, by sku. */
  skus: string[]
}
