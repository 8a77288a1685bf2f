import { getListings } from '#lib/data/listings.ts'
import type { Home } from '#lib/domain/site/home.ts'

/** The names of all products that a home page mentions, by slug; those that are gone have none. One BatchGet. */
export async function productNames({ sections }: Home): Promise<Record<string, string>> {
  const slugs = sections.flatMap(section => {
    if (section.kind === 'shelf') return section.products
    return section.kind === 'hero' || section.kind === 'comparison' ? [section.product] : []
  })
  const listings = await getListings(slugs.filter(slug => slug !== ''))
  return Object.fromEntries(listings.map(({ slug, name }) => [slug, name]))
}
