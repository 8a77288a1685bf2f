import { z } from 'zod'
import { contactSchema } from '#lib/domain/address.ts'
import { skuSchema, slugSchema } from '#lib/domain/listing.ts'

/** What somebody asks who wants one mail once a variant is to be had again. */
export const restockFormSchema = z.object({
  slug: slugSchema,
  sku: skuSchema,
  email: contactSchema.shape.email,
})
export type RestockForm = z.output<typeof restockFormSchema>

/** A wish as it is kept: deleted once the mail is sent. */
export type RestockWish = RestockForm & { customerId: string; name: string; variantLabel: string }
