import { listCards } from '#lib/data/listings.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { ListingCard } from '#lib/domain/listing.ts'
import type { ShelfView } from '#lib/domain/shelf-view.ts'
import type { Category } from '#lib/domain/site/categories.ts'
import { listShownCategories } from '#lib/services/list-categories.ts'

/**
 * One page of a shelf: its category (none: the whole pantry), the cards in order, and where the next page starts.
 * Reads one page whatever the catalogue's size. Throws `not_found` for an unknown or hidden category and `invalid_input` for
 * a start that no page ended with.
 */
export async function browseCategory(
  view: ShelfView,
): Promise<{ category?: Category; cards: ListingCard[]; next?: string }> {
  const [categories, page] = await Promise.all([view.category ? listShownCategories() : [], listCards(view)])
  const category = categories.find(({ slug }) => slug === view.category)
  if (view.category && !category) throw new DomainError('not_found')
  return { category, ...page }
}
