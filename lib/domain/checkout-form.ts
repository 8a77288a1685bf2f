import { z } from 'zod'
import { addressSchema, contactSchema } from '#lib/domain/address.ts'
import { consentsSchema } from '#lib/domain/consent.ts'
import { idSchema } from '#lib/domain/ids.ts'
import { campaignSchema } from '#lib/domain/insight/origin.ts'

/** What a shopper enters at checkout, apart from the card. The form and the action parse with this one schema. */
export const checkoutDetailsSchema = z.object({
  contact: contactSchema,
  address: addressSchema,
  consents: consentsSchema,
  /** By retailer id: whether it may write to the shopper. Only what is ticked there is ever passed on. */
  retailerConsents: z.record(z.string().max(30), z.coerce.boolean()).default({}),
})

/** What stands for a card once the processor has it: a token, and words for people such as `Visa ending 4242`. */
export const cardTokenSchema = z.object({ token: z.string().min(8).max(200), display: z.string().max(60) })
export type CardToken = z.infer<typeof cardTokenSchema>

/** What the browser sends to order: one payment for each accepted quote, a retailer each. */
export const placeOrderSchema = checkoutDetailsSchema
  .extend({
    quoteIds: z.array(idSchema('quote')).min(1).max(10),
    campaign: campaignSchema,
    payments: z.record(z.string(), cardTokenSchema),
  })
  .refine(input => input.quoteIds.every(id => input.payments[id]), {
    path: ['card', 'number'],
    error: 'Enter your card again.',
  })
export type PlaceOrderInput = z.input<typeof placeOrderSchema>

function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function lapsed(expiry: string): boolean {
  const [month = 0, year = 0] = expiry.split('/').map(Number)
  return Date.UTC(2000 + year, month, 1) <= Date.now()
}

/** Card fields, parsed in the browser only: they go to the payment processor and never to this site. */
export const cardSchema = z.object({
  number: z
    .string({ error: 'Enter the card number.' })
    .transform(text => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{12,19}$/, 'Enter the card number.'))
    .refine(passesLuhn, 'Check the card number: a digit seems wrong.'),
  expiry: z
    .string({ error: 'Enter the expiry date as MM/YY.' })
    .transform(text => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^(0[1-9]|1[0-2])\/\d{2}$/, 'Enter the expiry date as MM/YY.'))
    .refine(expiry => !lapsed(expiry), 'This card has expired.'),
  cvc: z
    .string({ error: 'Enter the security code.' })
    .trim()
    .regex(/^\d{3,4}$/, 'Enter the 3 or 4 digits of the security code.'),
  name: z
    .string({ error: 'Enter the name on the card.' })
    .trim()
    .min(2, 'Enter the name on the card.')
    .max(80),
})
export type Card = z.infer<typeof cardSchema>

/** The whole checkout form as the browser holds it. */
export const checkoutFormSchema = checkoutDetailsSchema.extend({ card: cardSchema })
export type CheckoutFormInput = z.input<typeof checkoutFormSchema>
export type CheckoutFormOutput = z.output<typeof checkoutFormSchema>
