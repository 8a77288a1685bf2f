import { z } from 'zod'
import type { Offer } from '#lib/domain/listing.ts'

/** Whether a retailer sells an article under this number. */
export const skuQuestionSchema = z.object({
  retailerId: z.string().regex(/^[a-z0-9-]{2,30}$/),
  retailerSku: z.string().trim().min(1).max(80),
})
export type SkuQuestion = z.infer<typeof skuQuestionSchema>

/**
 * What the retailer says. `silent`: it did not answer in time, which says nothing about the article. `closed`: it has
 * no catalogue that can be asked.
 */
export type SkuAnswer = SkuQuestion &
  (
    | ({ status: 'sold' } & Pick<Offer, 'price' | 'availability'>)
    | { status: 'unknown' }
    | { status: 'silent' }
    | { status: 'closed' }
  )
