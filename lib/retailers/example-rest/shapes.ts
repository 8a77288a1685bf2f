import { z } from 'zod'
import { DomainError } from '#lib/domain/errors.ts'
import type { Answer } from './client.ts'

/*
 * What the retailer answers, parsed before it is believed. List only what you read: a field that is not here can
 * change without breaking anything.
 *
 * To adapt: the field names, and `amount` if your API does not write money as "12.95".
 */

/**
 * Money as the retailer writes it, in minor units. Digits are cut, not calculated with: 19.99 * 100 is
 * 1998.9999999999998 in floating point, and a shop that loses a cent loses trust.
 */
export const amount = z
  .string()
  .regex(/^-?\d{1,9}\.\d{2}$/)
  .transform(text => Number(text.replace('.', '')))

/** What became of a club number or a discount code, and what it saved: zero or below. */
const saving = z.object({ taken: z.boolean(), saved: amount })

const cost = z.object({
  goods: amount,
  saving: amount,
  delivery: amount,
  tax: amount,
  fee: amount,
  total: amount,
})

export const basketShape = z.object({
  basket: z.string().min(1),
  state: z.enum(['open', 'selling', 'sold', 'dropped', 'ask_customer']),
  declined: z.boolean().default(false),
  currency: z.string(),
  lines: z.array(z.object({ article: z.string(), count: z.number().int().min(0), each: amount })),
  deliveries: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      carrier: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      cost: amount,
    }),
  ),
  delivery: z.string().nullable(),
  club: saving,
  code: saving,
  cost,
  valid_until: z.iso.datetime(),
  page: z.string().default(''),
  order: z.object({ id: z.string().min(1), number: z.string(), page: z.string() }).nullable(),
})
export type Basket = z.infer<typeof basketShape>

export const holdShape = z.object({ hold: z.string().min(1), until: z.iso.datetime() })

export const orderShape = z.object({
  id: z.string().min(1),
  number: z.string(),
  page: z.string(),
  status: z.string(),
  currency: z.string(),
  cost: z.object({ total: amount }),
})
export type Order = z.infer<typeof orderShape>

export const articlesShape = z.object({
  articles: z.array(z.object({ article: z.string(), each: amount, left: z.number() })),
})

/** The words this retailer has for "the price has run out" and "we have run out". */
const expired = ['session_expired', 'already_canceled']
const soldOut = ['out_of_stock', 'item_unavailable']

/**
 * The DomainError for a refusal. The codes decide what happens next: `retailer_unreachable` is tried again,
 * `retailer_refused` is not, `quote_expired` and `out_of_stock` send the shopper back to the comparison.
 */
export function problem({ status, error }: Answer): DomainError {
  const cause = new Error(`answered ${status} ${error}`.trim())
  if (status >= 500 || status === 429) return new DomainError('retailer_unreachable', { cause })
  if (status === 404 || status === 410 || expired.includes(error))
    return new DomainError('quote_expired', { cause })
  if (soldOut.includes(error)) return new DomainError('out_of_stock', { cause })
  return new DomainError('retailer_refused', { cause })
}

/** A success in its shape. Throws `problem` for a refusal, `retailer_unreachable` for a success nobody can read. */
export function read<T>(shape: z.ZodType<T>, answer: Answer): T {
  if (answer.status < 200 || answer.status > 299) throw problem(answer)
  const parsed = shape.safeParse(answer.body)
  if (parsed.success) return parsed.data
  throw new DomainError('retailer_unreachable', { cause: parsed.error })
}
