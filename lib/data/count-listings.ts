import { shelfFor } from '#lib/data/listing-index.ts'
import { cardItem } from '#lib/data/listing-items.ts'

/** Where counting ends: nobody needs to know how many more there are. */
export const mostCounted = 100

/** How many listings a category has, up to 100. One Query. */
export async function countListings(category: string): Promise<number> {
  const { shelf } = shelfFor({ category, sort: 'featured' })
  const { data } = await cardItem.query.shelf({ shelf }).go({ limit: mostCounted, attributes: ['slug'] })
  return data.length
}
