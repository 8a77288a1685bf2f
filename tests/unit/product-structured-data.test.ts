import { expect, test } from 'vitest'
import type { Listing, Offer } from '#lib/domain/listing.ts'
import { money } from '#lib/domain/money.ts'
import { priceRange, rankOffers } from '#lib/domain/price-range.ts'
import { productStructuredData } from '#lib/domain/product-structured-data.ts'
import { listings } from '#lib/local/seed/catalogue.ts'

const asOf = '2026-11-01T08:00:00.000Z'
const retailers = [
  { id: 'harbor-market', name: 'Harbor Market' },
  { id: 'greenline', name: 'Greenline' },
]

function listingWith(variants: 'one' | 'several'): Listing {
  const found = listings.find(each => (variants === 'one') === (each.variants.length === 1))
  if (!found) throw new Error('the seed has no such listing')
  return found
}

function offersFor({ slug, variants }: Listing): Offer[] {
  return variants.flatMap(({ sku }) => [
    { slug, sku, retailerId: 'harbor-market', price: money(649, 'USD'), availability: 'in_stock', asOf },
    { slug, sku, retailerId: 'greenline', price: money(599, 'USD'), availability: 'out_of_stock', asOf },
  ])
}

function dataFor(listing: Listing) {
  const source = {
    listing,
    offers: offersFor(listing),
    retailers,
    site: 'https://shop.example',
    brand: 'Marram',
  }
  return productStructuredData(source)
}

test('a product of one size is a Product with one Offer a seller', () => {
  const data = dataFor(listingWith('one'))
  expect(data).toMatchObject({
    '@type': 'Product',
    brand: { name: 'Marram' },
    offers: [
      {
        price: '6.49',
        priceCurrency: 'USD',
        availability: 'https://schema.org/InStock',
        seller: { name: 'Harbor Market' },
      },
      { price: '5.99', availability: 'https://schema.org/OutOfStock', seller: { name: 'Greenline' } },
    ],
  })
})

test('a product of several sizes is a ProductGroup with its sizes as variants', () => {
  const listing = listingWith('several')
  const data = dataFor(listing)
  expect(data).toMatchObject({ '@type': 'ProductGroup', productGroupID: listing.slug })
  const skus = 'hasVariant' in data ? data.hasVariant.map(product => product.sku) : []
  expect(skus).toEqual(listing.variants.map(variant => variant.sku))
})

test('what is sold out neither leads nor counts as a price to pay', () => {
  const offers = offersFor(listingWith('one'))
  expect(priceRange(offers)).toEqual({ low: money(649, 'USD'), high: money(649, 'USD') })
  expect(rankOffers(offers).map(offer => offer.retailerId)).toEqual(['harbor-market', 'greenline'])
  expect(priceRange([])).toBeUndefined()
})
