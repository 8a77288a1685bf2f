import { expect, test } from 'vitest'
import { listingSchema, offerSchema } from '#lib/domain/listing.ts'
import { ean13 } from '#lib/local/seed/catalogue/entry.ts'
import { generatedListing, generatedOffers } from '#lib/local/seed/generate.ts'

const sample = Array.from({ length: 400 }, (_, index) => generatedListing(index * 250))

test('generated listings have the shape the site reads, and the same number gives the same listing', () => {
  for (const [index, listing] of sample.entries()) {
    expect(listingSchema.parse(listing)).toEqual(listing)
    expect(generatedListing(index * 250)).toEqual(listing)
    for (const offer of generatedOffers(listing)) expect(offerSchema.parse(offer)).toEqual(offer)
  }
})

test('generated listings share no slug, article number or barcode', () => {
  const variants = sample.flatMap(listing => listing.variants)
  expect(new Set(sample.map(listing => listing.slug)).size).toBe(sample.length)
  expect(new Set(variants.map(variant => variant.sku)).size).toBe(variants.length)
  expect(new Set(variants.map(variant => variant.gtin)).size).toBe(variants.length)
  for (const { gtin } of variants) expect(ean13(gtin.slice(0, 12))).toBe(gtin)
})

test('generated listings spread over all five categories', () => {
  expect(new Set(sample.map(listing => listing.category)).size).toBe(5)
})
