import { z } from 'zod'

/** The market this brand sells in. One country per site: prices, tax and carriers differ too much to mix. */
export const market = { country: 'US', currency: 'USD', locale: 'en-US' } as const

export const regions = (
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH ' +
  'NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
).split(' ') as [string, ...string[]]

export const postalCodeSchema = z
  .string()
  .trim()
  .regex(/^\d{5}$/, 'Enter a five-digit ZIP code.')

/** As much of an address as a price needs. */
export const destinationSchema = z.object({
  country: z.literal(market.country),
  region: z.enum(regions, { error: 'Choose a state.' }),
  postalCode: postalCodeSchema,
})
export type Destination = z.infer<typeof destinationSchema>

/** Until the shopper says where: a place that every retailer delivers to, named on the page beside the prices. */
export const defaultDestination: Destination = { country: market.country, region: 'NY', postalCode: '10001' }

export const addressSchema = destinationSchema.extend({
  firstName: z.string().trim().min(1, 'Enter a first name.').max(60),
  lastName: z.string().trim().min(1, 'Enter a last name.').max(60),
  street: z.string().trim().min(3, 'Enter a street and number.').max(120),
  extra: z.string().trim().max(120).optional(),
  city: z.string().trim().min(1, 'Enter a city.').max(80),
})
export type Address = z.infer<typeof addressSchema>

export const contactSchema = z.object({
  email: z.email('Enter an e-mail address such as ada@example.com.').trim().toLowerCase().max(254),
  phone: z
    .string()
    .trim()
    .regex(/^\+[1-9]\d{6,14}$/, 'Enter a phone number such as +12125550123.')
    .optional()
    .or(z.literal('').transform(() => undefined)),
})
export type Contact = z.infer<typeof contactSchema>
