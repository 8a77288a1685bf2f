import { z } from 'zod'
import { moneySchema } from '#lib/domain/money.ts'

export const slugSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')

/** The brand's own article number, the same at every retailer: `MRM-OAT-450`. */
export const skuSchema = z
  .string()
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'Use capitals, digits and single hyphens.')
  .max(40)

/**
 * A picture as a base path: `/art/<name>` stands for `/art/<name>-400.avif`, `-800` and `-1200`. One that was
 * uploaded, under `/media/`, is there as WebP too.
 */
export const imageSchema = z.object({
  src: z.string().startsWith('/'),
  alt: z.string().trim().min(1, 'Say what the picture shows.').max(200),
})
export type ListingImage = z.infer<typeof imageSchema>

export const variantSchema = z.object({
  sku: skuSchema,
  /** Empty where the brand has none for it. */
  gtin: z.string().regex(/^(\d{13})?$/, 'A GTIN has 13 digits.'),
  label: z.string().trim().min(1).max(40),
  /** What the brand suggests the retailer charge; retailers set the real price. */
  guidance: moneySchema,
  /** The retailer's own article number for this variant, by retailer id. Absent: that retailer does not sell it. */
  retailerSkus: z.record(z.string(), z.string()),
})
export type Variant = z.infer<typeof variantSchema>

/** What a shopper can filter a category by. */
export const tags = ['vegan', 'gluten-free', 'organic', 'no-added-sugar', 'new'] as const
export const tagSchema = z.enum(tags)
export type Tag = z.infer<typeof tagSchema>

/** Whether shoppers see it. An archived one is put away in the studio too, its address kept. */
export const listingStatusSchema = z.enum(['draft', 'published', 'archived'])

export const listingSchema = z.object({
  slug: slugSchema,
  name: z.string().trim().min(2, 'Give the product a name.').max(80),
  tagline: z.string().trim().min(2, 'Say in one line what it is.').max(140),
  /** Rich text: see rich-text.ts. */
  description: z.string().trim().min(20, 'Write at least a sentence or two.').max(4000),
  category: slugSchema,
  /** Place within the category, small first. */
  position: z.number().int().min(0).max(999_999),
  tags: z.array(tagSchema),
  status: listingStatusSchema,
  variants: z.array(variantSchema).min(1, 'Add at least one size.').max(12),
  images: z.array(imageSchema).min(1, 'Add at least one picture.').max(8),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  ingredients: z.string().max(2000),
  allergens: z.string().max(400),
  /** Per 100 g or 100 ml. */
  nutrition: z.array(z.object({ label: z.string(), value: z.string() })),
  substitutes: z.array(slugSchema),
  seo: z.object({
    title: z.string().max(70, 'A search result shows at most 70 characters.'),
    description: z.string().max(170, 'A search result shows at most 170 characters.'),
  }),
  /** Counts edits; a write names the version it started from. */
  version: z.number().int().min(1),
  /** ISO 8601. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
})
export type Listing = z.infer<typeof listingSchema>

/** What one retailer asks for one variant, as last heard. */
export const offerSchema = z.object({
  slug: slugSchema,
  sku: skuSchema,
  retailerId: z.string(),
  price: moneySchema,
  availability: z.enum(['in_stock', 'low_stock', 'out_of_stock']),
  /** ISO 8601, when the retailer said so. */
  asOf: z.iso.datetime(),
})
export type Offer = z.infer<typeof offerSchema>

/** What a list of products shows of one: small, so that a page of 24 is a few kilobytes. */
export const listingCardSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  tagline: z.string(),
  category: slugSchema,
  image: imageSchema,
  priceFrom: moneySchema,
  variantCount: z.number().int(),
  tags: z.array(tagSchema),
})
export type ListingCard = z.infer<typeof listingCardSchema>

export const listingSorts = ['featured', 'price-low', 'price-high', 'newest', 'name'] as const
export const listingSortSchema = z.enum(listingSorts)
export type ListingSort = z.infer<typeof listingSortSchema>

/** The card of a listing. The lowest offer leads; without offers, the lowest guidance. */
export function cardOf(listing: Listing, offers: readonly Offer[] = []): ListingCard {
  const prices = offers.length > 0 ? offers.map(offer => offer.price) : listing.variants.map(v => v.guidance)
  const priceFrom = prices.reduce((low, price) => (price.amount < low.amount ? price : low))
  const image = listing.images[0]
  if (!image) throw new RangeError('a listing has at least one image')
  const { slug, name, tagline, category, tags } = listing
  return { slug, name, tagline, category, image, priceFrom, variantCount: listing.variants.length, tags }
}
