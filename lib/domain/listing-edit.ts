import { z } from 'zod'
import { market } from '#lib/domain/address.ts'
import { type Listing, listingSchema, skuSchema, slugSchema, tagSchema } from '#lib/domain/listing.ts'
import { decimalString, exponent, type Money, money } from '#lib/domain/money.ts'

const words = (most: number) => z.string().max(most)
export const mostSubstitutes = 12
const rows = z.array(z.object({ label: words(60), value: words(120) })).max(30)

/**
 * All that a marketer edits of a listing, as the editor's form holds it. A draft may be unfinished or wrong, so only
 * sizes are limited here, and generously: `publishableSchema` says what may be published.
 */
export const listingEditSchema = z.object({
  name: words(200),
  tagline: words(400),
  description: words(8000),
  category: words(80),
  /** Place on its shelf, small first, as typed. */
  position: words(12),
  tags: z.array(tagSchema),
  variants: z
    .array(
      z.object({
        sku: words(80),
        gtin: words(40),
        label: words(80),
        /** Major units as a person types them: `4.50`. */
        guidance: words(20),
        retailerSkus: z.record(z.string().regex(/^[a-z0-9-]{2,30}$/), words(80)),
      }),
    )
    .max(12),
  images: z
    .array(z.object({ src: z.string().regex(/^\/(art|media)\/[a-z0-9_-]{1,100}$/), alt: words(400) }))
    .max(8),
  facts: rows,
  ingredients: words(4000),
  allergens: words(800),
  nutrition: rows,
  substitutes: z.array(slugSchema).max(mostSubstitutes),
  seo: z.object({ title: words(200), description: words(400) }),
})
export type ListingEdit = z.infer<typeof listingEditSchema>

const whole = listingSchema.shape
const variant = whole.variants.element.shape
const filledRows = z
  .array(z.object({ label: z.string().trim().min(1), value: z.string().trim().min(1) }))
  .max(30)

/** What may be published, in the form's own shape, so that each complaint names the field it belongs to. */
export const publishableSchema = z
  .object({
    name: whole.name,
    tagline: whole.tagline,
    description: whole.description,
    category: z.string().min(1, 'Choose a category.'),
    position: z.string().regex(/^\d{1,6}$/, 'Write a whole number.'),
    tags: whole.tags,
    variants: z
      .array(
        z.object({
          sku: skuSchema,
          gtin: variant.gtin,
          label: variant.label,
          guidance: z.string().regex(/^\d{1,6}(\.\d{2})?$/, 'Write a price such as 4.50.'),
          retailerSkus: z.record(z.string(), z.string().trim().max(60)),
        }),
      )
      .min(1, 'Add at least one size.')
      .max(12),
    images: whole.images,
    facts: filledRows,
    ingredients: whole.ingredients,
    allergens: whole.allergens,
    nutrition: filledRows,
    substitutes: whole.substitutes,
    seo: whole.seo,
  })
  .superRefine(({ variants }, context) => {
    for (const field of ['sku', 'label'] as const) {
      variants.forEach((each, index) => {
        const first = variants.findIndex(other => other[field] === each[field])
        if (each[field] !== '' && first < index)
          context.addIssue({
            code: 'custom',
            path: ['variants', index, field],
            message: 'Another size has this already.',
          })
      })
    }
  })

/** The edit of a listing that nobody has filled in yet. */
export function blankEdit(name: string, category: string): ListingEdit {
  return {
    name,
    category,
    tagline: '',
    description: '',
    position: '500',
    tags: [],
    variants: [blankVariant],
    images: [],
    facts: [],
    ingredients: '',
    allergens: '',
    nutrition: [],
    substitutes: [],
    seo: { title: '', description: '' },
  }
}

/** A size that nobody has filled in yet. */
export const blankVariant: ListingEdit['variants'][number] = {
  sku: '',
  gtin: '',
  label: '',
  guidance: '',
  retailerSkus: {},
}

/** A listing as the editor's form holds it. */
export function editOf(listing: Listing): ListingEdit {
  const { name, tagline, description, category, tags, images, facts, ingredients, allergens } = listing
  const { nutrition, substitutes, seo } = listing
  return {
    ...{ name, tagline, description, category, tags, images, facts, ingredients, allergens },
    ...{ nutrition, substitutes, seo },
    position: String(listing.position),
    variants: listing.variants.map(each => ({ ...each, guidance: decimalString(each.guidance) })),
  }
}

/** An amount typed by a person, such as `4.50`, as money; nothing where it is not one. */
export function typedMoney(text: string, currency: string): Money {
  const amount = /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Number(text) : 0
  return money(Math.round(amount * 10 ** exponent(currency)), currency)
}

/** What a listing is beside its edited content. */
export type ListingRecord = Pick<
  Listing,
  'slug' | 'status' | 'version' | 'createdAt' | 'updatedAt' | 'updatedBy'
>

/** The listing that an edit makes. Whole only where `publishableSchema` accepts the edit; a preview shows others too. */
export function listingOf(edit: ListingEdit, record: ListingRecord): Listing {
  return {
    ...edit,
    ...record,
    position: Number.parseInt(edit.position, 10) || 0,
    variants: edit.variants.map(({ guidance, retailerSkus, ...each }) => ({
      ...each,
      guidance: typedMoney(guidance, market.currency),
      retailerSkus: Object.fromEntries(
        Object.entries(retailerSkus)
          .map(([id, sku]) => [id, sku.trim()])
          .filter(([, sku]) => sku !== ''),
      ),
    })),
  }
}
