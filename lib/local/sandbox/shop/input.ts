import { z } from 'zod'
import { Refusal } from '#lib/local/sandbox/http.ts'
import { problem, refuse } from './protocol.ts'

const text = z.string().max(200)
const noSay = z.undefined({ error: 'is for the retailer to say' }).optional()
/** What only the retailer says: a platform that sends it is told so. */
const forbidden = { id: noSay, ucp: noSay, totals: noSay, status: noSay, order: noSay }

const destination = z.object({
  id: text.default('home'),
  address_country: z.literal('US', { error: 'we deliver in the US only' }),
  address_region: z.string().regex(/^[A-Z]{2}$/),
  postal_code: z.string().regex(/^\d{5}(-\d{4})?$/),
  street_address: text.optional(),
  extended_address: text.optional(),
  address_locality: text.optional(),
  first_name: text.optional(),
  last_name: text.optional(),
  phone_number: text.optional(),
})

const attribution = z.record(z.string().max(60), text)

export const checkoutInput = z.object({
  ...forbidden,
  line_items: z
    .array(z.object({ item: z.object({ id: text }), quantity: z.number().int().min(1).max(999) }))
    .min(1)
    .max(50),
  context: z
    .object({ currency: z.literal('USD').optional(), eligibility: z.array(text).max(20).optional() })
    .optional(),
  'com.sandbox.loyalty': z.object({ member_id: text }).optional(),
  discounts: z.object({ codes: z.array(text).max(5).optional() }).optional(),
  buyer: z
    .object({
      email: z.email().optional(),
      first_name: text.optional(),
      last_name: text.optional(),
      phone_number: text.optional(),
      consent: z.record(text, z.boolean()).optional(),
    })
    .optional(),
  attribution: attribution.optional(),
  fulfillment: z
    .object({
      methods: z
        .array(
          z.object({
            type: z.literal('shipping').optional(),
            destinations: z.array(destination).max(1).optional(),
            groups: z
              .array(z.object({ selected_option_id: text.nullish() }))
              .max(1)
              .optional(),
          }),
        )
        .max(1),
    })
    .optional(),
})
export type CheckoutInput = z.infer<typeof checkoutInput>

export const completeInput = z.object({
  ...forbidden,
  payment: z.object({
    instruments: z
      .array(
        z.object({
          handler_id: z.literal('sandpay', { error: 'we take sandpay only' }),
          selected: z.boolean().optional(),
          credential: z.object({ token: text.min(1) }),
        }),
      )
      .min(1)
      .max(5),
  }),
  attribution: attribution.optional(),
})

export const lookupInput = z.object({ ids: z.array(text).min(1).max(100) })

function jsonPath(path: readonly PropertyKey[]): string {
  return `$${path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')}`
}

/** The body parsed by `schema`. 400 where it is not JSON, 415 where it is said not to be, 422 where it does not fit. */
export function parseBody<T>(schema: z.ZodType<T>, body: string, contentType: string | undefined): T {
  if (!contentType?.startsWith('application/json')) refuse(415, 'unsupported_media_type', 'Send JSON.')
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    refuse(400, 'malformed', 'The body is not JSON.')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new Refusal(
    problem(
      422,
      ...parsed.error.issues
        .slice(0, 10)
        .map(issue => ({ code: 'invalid', content: issue.message, path: jsonPath(issue.path) })),
    ),
  )
}
