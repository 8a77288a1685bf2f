import { z } from 'zod'
import { parseJson } from '#lib/local/sandbox/faults.ts'
import { Refusal } from '#lib/local/sandbox/http.ts'
import { type CheckoutInput, checkoutInput } from '#lib/local/sandbox/shop/input.ts'
import { restShop } from './shop.ts'

const text = z.string().max(200)

/** A basket as a caller writes it, always whole. */
const basketInput = z.strictObject({
  lines: z
    .array(z.strictObject({ article: text.min(1), count: z.number().int().min(1).max(999) }))
    .min(1)
    .max(50),
  to: z.strictObject({
    country: z.literal('US'),
    state: z.string().regex(/^[A-Z]{2}$/),
    zip: z.string().regex(/^\d{5}$/),
    street: text.optional(),
    street_2: text.optional(),
    city: text.optional(),
    first_name: text.optional(),
    last_name: text.optional(),
  }),
  club_number: text.optional(),
  code: text.optional(),
  delivery: text.optional(),
  customer: z.strictObject({ email: z.email(), phone: text.optional(), newsletter: z.boolean() }).optional(),
  your_number: text.optional(),
})

const buyInput = z.strictObject({ card_token: text.min(1), your_number: text.min(1) })

/** A refusal in this API's words. */
export function refusal(status: number, error: string): Refusal {
  return new Refusal({ status, body: { error } })
}

function parse<T>(schema: z.ZodType<T>, body: string): T {
  const parsed = schema.safeParse(parseJson(body))
  if (parsed.success) return parsed.data
  throw new Refusal({
    status: 400,
    body: { error: 'bad_request', problems: parsed.error.issues.map(issue => issue.path.join('.')) },
  })
}

/** What is to be bought and paid with which card. */
export const parseBuy = (body: string) => parse(buyInput, body)

/** A basket in the terms of the books that all sandbox retailers share. */
export function parseBasket(body: string): CheckoutInput {
  const { lines, to, club_number, code, delivery, customer, your_number } = parse(basketInput, body)
  return checkoutInput.parse({
    line_items: lines.map(({ article, count }) => ({ item: { id: article }, quantity: count })),
    context: club_number ? { eligibility: [restShop.loyalty.claim] } : undefined,
    'com.sandbox.loyalty': club_number ? { member_id: club_number } : undefined,
    discounts: code ? { codes: [code] } : undefined,
    buyer: customer && {
      email: customer.email,
      phone_number: customer.phone,
      first_name: to.first_name,
      last_name: to.last_name,
      consent: { marketing: customer.newsletter },
    },
    attribution: your_number ? { platform_order_id: your_number } : undefined,
    fulfillment: {
      methods: [
        {
          destinations: [
            {
              address_country: to.country,
              address_region: to.state,
              postal_code: to.zip,
              street_address: to.street,
              extended_address: to.street_2,
              address_locality: to.city,
              first_name: to.first_name,
              last_name: to.last_name,
            },
          ],
          groups: delivery ? [{ selected_option_id: delivery }] : undefined,
        },
      ],
    },
  })
}
