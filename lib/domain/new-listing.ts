import { z } from 'zod'
import { slugSchema } from '#lib/domain/listing.ts'

/** What it takes to begin a listing. */
export const newListingSchema = z.object({
  name: z.string().trim().min(2, 'Give the product a name.').max(80),
  slug: slugSchema.refine(slug => slug !== 'new', 'Choose another address.'),
  category: z.string().min(1, 'Choose a category.').max(80),
  /** The listing to begin from; empty: from nothing. */
  copyOf: z.union([z.literal(''), slugSchema]),
})
export type NewListing = z.infer<typeof newListingSchema>

/** An address made from a name: `Sea-Salt Granola & Nuts` becomes `sea-salt-granola-nuts`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 80).replace(/-$/, '')
}
