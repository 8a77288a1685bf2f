import type { ListingSort, Offer, Tag } from '#lib/domain/listing.ts'

/** What shoppers call a tag. */
export const tagWords: Record<Tag, string> = {
  vegan: 'Vegan',
  'gluten-free': 'Gluten-free',
  organic: 'Organic',
  'no-added-sugar': 'No added sugar',
  new: 'New',
}

/** What shoppers call an order of listings. */
export const sortWords: Record<ListingSort, string> = {
  featured: 'Our order',
  'price-low': 'Price, low first',
  'price-high': 'Price, high first',
  newest: 'Newest',
  name: 'A to Z',
}

/** A retailer's stock in words. */
export const availabilityWords: Record<Offer['availability'], string> = {
  in_stock: 'In stock',
  low_stock: 'Few left',
  out_of_stock: 'Sold out',
}
