import { z } from 'zod'
import { destinationSchema } from '#lib/domain/address.ts'
import { cartChangeSchema, quantitySchema } from '#lib/domain/cart.ts'
import { idSchema } from '#lib/domain/ids.ts'
import { seenSchema } from '#lib/domain/insight/origin.ts'
import { skuSchema, slugSchema } from '#lib/domain/listing.ts'

/** A loyalty number as a shopper types it; the retailer judges whether it is one of its own. */
export const loyaltyIdSchema = z
  .string()
  .trim()
  .min(3, 'Enter the number on your card.')
  .max(40, 'Enter the number on your card.')
  .regex(/^[\w .-]+$/, 'Use letters and digits only.')

export const loyaltyIdsSchema = z.record(z.string().max(30), loyaltyIdSchema)

/** A discount code as a shopper types it; the retailer judges whether it is one of its own. */
export const discountCodeSchema = z
  .string()
  .trim()
  .min(2, 'Enter the code.')
  .max(40, 'Enter the code.')
  .regex(/^[\w.%+-]+$/, 'Use letters and digits only.')

const changesSchema = z.array(cartChangeSchema).max(100)

/** Changes to make to the cart, without asking any retailer. */
export const sendChangesSchema = z.object({ changes: changesSchema, seen: seenSchema.optional() })

export type SendChangesInput = z.input<typeof sendChangesSchema>

/** Changes to make to the cart, and for where and with which loyalty numbers to ask the retailers. */
export const openCartSchema = z.object({
  changes: changesSchema,
  destination: destinationSchema,
  loyaltyIds: loyaltyIdsSchema.default({}),
  /** By retailer id. */
  discountCodes: z.record(z.string().max(30), discountCodeSchema).default({}),
  /** False: the prices fetched last are good enough, if they still hold. */
  quote: z.boolean().default(true),
  seen: seenSchema.optional(),
})
export type OpenCartInput = z.input<typeof openCartSchema>

/** Another of the delivery options that a quote came with. */
export const selectFulfilmentSchema = z.object({
  quoteId: idSchema('quote'),
  optionId: z.string().min(1).max(100),
})
export type SelectFulfilmentInput = z.input<typeof selectFulfilmentSchema>

/** What the forms of a page without scripts post. Such a form has no change id: each post is one change. */
export const plainAddSchema = z.object({ slug: slugSchema, sku: skuSchema, quantity: quantitySchema })
export const plainSetSchema = z.object({ sku: skuSchema, quantity: quantitySchema })
/** `sku` of `slug` in place of `from`. */
export const plainSwapSchema = plainAddSchema.extend({ from: skuSchema })
export const plainRemoveSchema = z.object({ sku: skuSchema })
export const plainDestinationSchema = destinationSchema.pick({ region: true, postalCode: true })

const word = z.string().max(60).optional().catch(undefined)

/** What the address of the plain cart page may say: what was refused or removed, to be shown or put back. */
export const plainCartQuerySchema = z.object({
  refused: word,
  slug: word,
  sku: word,
  quantity: word,
  postalCode: word,
  region: word,
})
