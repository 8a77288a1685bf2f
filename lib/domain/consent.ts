import { z } from 'zod'

/** What a shopper may agree to, each by itself, none ticked beforehand. */
export const purposes = ['brand_marketing', 'brand_analytics', 'retailer_marketing'] as const
export const purposeSchema = z.enum(purposes)
export type Purpose = z.infer<typeof purposeSchema>

export const consentsSchema = z.object({
  brand_marketing: z.coerce.boolean().default(false),
  brand_analytics: z.coerce.boolean().default(false),
  retailer_marketing: z.coerce.boolean().default(false),
})
export type Consents = z.infer<typeof consentsSchema>

/** What is agreed with the brand. What is agreed with a retailer is asked for each retailer by itself. */
export const brandPurposes = ['brand_marketing', 'brand_analytics'] as const satisfies readonly Purpose[]

/** The words shown beside each tick box, kept with the answer so that we know what was agreed to. */
export const purposeWords: Record<Purpose, string> = {
  brand_marketing: 'E-mail me recipes, news and offers from the brand.',
  brand_analytics: 'Let the brand look at what I buy here, under my name, to learn what I like.',
  retailer_marketing: 'Let the retailer send me its own offers.',
}

/** The words beside a tick box of one retailer's own. */
export function retailerWords(retailerName: string): string {
  return `Let ${retailerName} send me its own offers.`
}
