import { describe, expect, test } from 'vitest'
import { listingSchema } from '#lib/domain/listing.ts'
import { announcementsSchema } from '#lib/domain/site/announcements.ts'
import { categoriesSchema } from '#lib/domain/site/categories.ts'
import { homeSchema } from '#lib/domain/site/home.ts'
import { ean13 } from '#lib/local/seed/catalogue/entry.ts'
import { categories, listings } from '#lib/local/seed/catalogue.ts'
import { site } from '#lib/local/seed/site.ts'

const variants = listings.flatMap(listing => listing.variants)

describe('the seeded catalogue', () => {
  test('has five categories and at least 26 listings, each of the shape the site reads', () => {
    expect(categoriesSchema.parse(site.categories).categories).toHaveLength(5)
    expect(listings.length).toBeGreaterThanOrEqual(26)
    for (const listing of listings) expect(listingSchema.parse(listing)).toEqual(listing)
  })

  test('comes with a home page that could be published as it is, in letters that keep a page small', () => {
    expect(homeSchema.parse(site.home)).toEqual(site.home)
    expect(announcementsSchema.parse(site.announcements)).toEqual(site.announcements)
    expect(JSON.stringify(site)).toMatch(/^[ -ÿ]*$/)
  })

  test('names each product, article and barcode once', () => {
    expect(new Set(listings.map(listing => listing.slug)).size).toBe(listings.length)
    expect(new Set(variants.map(variant => variant.sku)).size).toBe(variants.length)
    expect(new Set(variants.map(variant => variant.gtin)).size).toBe(variants.length)
    for (const retailer of ['harbor-market', 'greenline', 'parcel-and-pantry']) {
      const numbers = variants.flatMap(variant => variant.retailerSkus[retailer] ?? [])
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })

  test('computes the check digit of a known EAN-13', () => {
    expect(ean13('400638133393')).toBe('4006381333931')
  })

  test('uses barcodes of the range kept for a shop’s own use, with a correct check digit', () => {
    for (const { gtin } of variants) {
      expect(gtin).toMatch(/^2\d{12}$/)
      expect(ean13(gtin.slice(0, 12))).toBe(gtin)
    }
  })

  test('points every substitute and category at one that exists', () => {
    const slugs = listings.map(listing => listing.slug)
    const shelves = categories.map(category => category.slug)
    for (const listing of listings) {
      expect(shelves).toContain(listing.category)
      for (const substitute of listing.substitutes) expect(slugs).toContain(substitute)
      expect(listing.substitutes).not.toContain(listing.slug)
    }
  })

  test('sells every variant somewhere, and leaves gaps for a comparison to show', () => {
    for (const variant of variants) expect(Object.keys(variant.retailerSkus).length).toBeGreaterThan(0)
    for (const retailer of ['greenline', 'parcel-and-pantry'])
      expect(variants.some(variant => !variant.retailerSkus[retailer])).toBe(true)
  })
})
