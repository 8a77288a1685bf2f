import { z } from 'zod'
import { listingStatusSchema } from '#lib/domain/listing.ts'

/**
 * What the studio's table is narrowed to: whether shoppers see a listing, or that something waits to be published, or
 * that something will happen to it by the clock.
 */
export const listingStateSchema = z.enum([...listingStatusSchema.options, 'drafted', 'scheduled'])
export type ListingState = z.infer<typeof listingStateSchema>

export const stateWords: Record<ListingState, string> = {
  published: 'Published',
  draft: 'Unpublished',
  archived: 'Archived',
  drafted: 'With a draft',
  scheduled: 'Scheduled',
}

/** A listing as a row of the table knows it, for whoever wants to change it: a change in between is then noticed. */
export const knownListingSchema = z.object({
  slug: z.string().min(1).max(80),
  /** Its version; 0 where it was never published. */
  version: z.number().int().min(0),
  /** Its draft's revision, '' where it has none, and the version that the draft departs from. */
  revision: z.string().max(40),
  base: z.number().int().min(0),
})
export type KnownListing = z.infer<typeof knownListingSchema>

/** What is to be done with many listings at once: as many as a page shows. */
export const manySchema = z.object({
  act: z.enum(['publish', 'unpublish']),
  listings: z.array(knownListingSchema).min(1).max(100),
})
export type ManyWish = z.infer<typeof manySchema>

/** What became of many listings: the slugs of those that were changed, and why each of the others was not. */
export type ManyOutcome = {
  done: { slug: string; version: number }[]
  refused: { slug: string; name: string; reason: string }[]
}
