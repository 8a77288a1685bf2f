import { getDraft } from '#lib/data/listing-drafts.ts'
import { getListing } from '#lib/data/listings.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { type Listing, skuSchema } from '#lib/domain/listing.ts'
import { listingOf } from '#lib/domain/listing-edit.ts'
import type { Product } from '#lib/services/get-product.ts'
import { listingPath, openPreview } from '#lib/services/preview-link.ts'

/** A draft's listing as a page can show it: a size whose SKU is not one yet goes by another name. */
function presentable(listing: Listing): Listing {
  const variants = listing.variants.map((variant, index) => {
    const isFirst = listing.variants.findIndex(({ sku }) => sku === variant.sku) === index
    const isFit = isFirst && skuSchema.safeParse(variant.sku).success
    const label = variant.label || `Size ${index + 1}`
    return { ...variant, label, sku: isFit ? variant.sku : `DRAFT-${index + 1}` }
  })
  return { ...listing, variants }
}

/**
 * A product as its draft would show it, or as it is where it has no draft, published or not, for whoever holds a
 * preview of it; undefined where `held` is no preview of this listing, or has ended. Throws `not_found`.
 */
export async function getPreview(slug: string, held: string | undefined): Promise<Product | undefined> {
  const preview = held ? await openPreview(held) : undefined
  if (preview?.path !== listingPath(slug)) return undefined
  const [found, draft, registry] = await Promise.all([getListing(slug), getDraft(slug), listRetailers()])
  const record = found?.listing ?? {
    slug,
    status: 'draft' as const,
    version: 1,
    createdAt: draft?.at ?? '',
    updatedAt: draft?.at ?? '',
    updatedBy: '',
  }
  const { status, version, createdAt, updatedAt, updatedBy } = record
  const listing = draft
    ? presentable(listingOf(draft.edit, { slug, status, version, createdAt, updatedAt, updatedBy }))
    : found?.listing
  if (!listing) throw new DomainError('not_found')
  const retailers = registry.filter(retailer => retailer.enabled)
  const skus = new Set(listing.variants.map(variant => variant.sku))
  const offers = (found?.offers ?? []).filter(
    offer => skus.has(offer.sku) && retailers.some(({ id }) => id === offer.retailerId),
  )
  return {
    listing,
    offers,
    shortages: [],
    retailers: retailers.map(({ id, name, blurb }) => ({ id, name, blurb })),
  }
}
