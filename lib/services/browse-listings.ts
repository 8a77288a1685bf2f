import { listCategories } from '#lib/data/categories.ts'
import { writeCursor } from '#lib/data/cursor.ts'
import { type ListingSummary, listAllListings } from '#lib/data/listings.ts'
import type { Listing } from '#lib/domain/listing.ts'

/** How many lines of the directory one page looks through, and how many it shows. */
const looked = 100
const shown = 24

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * A page of all listings for the studio, drafts too, by name and state. Each page reads at most 100 lines however
 * large the catalogue is, so a page may hold few matches and still have a `next`. Throws `invalid_input` for an
 * `after` that was not made here.
 */
export async function browseListings(wish: {
  query?: string
  status?: Listing['status']
  after?: string
}): Promise<{ listings: (ListingSummary & { categoryName: string })[]; next?: string }> {
  const [{ listings, next }, categories] = await Promise.all([
    listAllListings({ after: wish.after, limit: looked }),
    listCategories(),
  ])
  const names = new Map(categories.map(category => [category.slug, category.name]))
  const words = plain(wish.query ?? '').trim()
  const matches = listings.filter(
    listing => plain(listing.name).includes(words) && (!wish.status || listing.status === wish.status),
  )
  const page = matches.slice(0, shown)
  const last = page.at(-1)
  return {
    listings: page.map(listing => ({
      ...listing,
      categoryName: names.get(listing.category) ?? listing.category,
    })),
    next: matches.length > shown && last ? writeCursor([last.slug]) : next,
  }
}
