import { z } from 'zod'
import { maximumLines, maximumQuantity } from '#lib/domain/limits.ts'
import { imageSchema, skuSchema, slugSchema } from '#lib/domain/listing.ts'
import { type Money, moneySchema, multiply, sum } from '#lib/domain/money.ts'

export { maximumLines, maximumQuantity }

/** A quantity as a form sends it: text or number, whole, 1 to 99. */
export const quantitySchema = z.coerce
  .number({ error: 'Enter a number.' })
  .int('Enter a whole number.')
  .min(1, 'Enter at least 1.')
  .max(maximumQuantity, `Enter ${maximumQuantity} at most.`)

export const cartLineSchema = z.object({
  sku: skuSchema,
  slug: slugSchema,
  name: z.string(),
  variantLabel: z.string(),
  /** The product's category when it was put in; carts did not always know. */
  category: slugSchema.optional(),
  image: imageSchema,
  quantity: z.number().int().min(1).max(maximumQuantity),
  guidance: moneySchema,
  retailerSkus: z.record(z.string(), z.string()),
})
export type CartLine = z.infer<typeof cartLineSchema>

export const cartSchema = z.object({
  id: z.string(),
  /** Rises by one with every change; quotes and checkouts name the version they are for. */
  version: z.number().int().min(0),
  lines: z.array(cartLineSchema).max(maximumLines),
  /** Ids of the latest changes applied, so that a change sent twice counts once. */
  applied: z.array(z.string()).max(100),
  /** ISO 8601. */
  updatedAt: z.iso.datetime(),
})
export type Cart = z.infer<typeof cartSchema>

const changeId = { id: z.string().min(8).max(64) }

/** One change to a cart. `id` is made by the sender; the same id twice counts once. */
export const cartChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    ...changeId,
    kind: z.literal('add'),
    slug: slugSchema,
    sku: skuSchema,
    quantity: quantitySchema,
  }),
  z.object({ ...changeId, kind: z.literal('set'), sku: skuSchema, quantity: quantitySchema }),
  z.object({ ...changeId, kind: z.literal('remove'), sku: skuSchema }),
])
export type CartChange = z.infer<typeof cartChangeSchema>

/** How many single items are in the cart. */
export function itemCount(lines: readonly { quantity: number }[]): number {
  return lines.reduce((count, line) => count + line.quantity, 0)
}

/** The cart at the brand's guidance prices: a first idea, before any retailer is asked. */
export function guidanceTotal(lines: readonly CartLine[], currency: string): Money {
  return sum(
    lines.map(line => multiply(line.guidance, line.quantity)),
    currency,
  )
}
