import { unstable_cache } from 'next/cache'
import { brand } from '#lib/domain/brand.ts'
import type { ShelfView } from '#lib/domain/shelf-view.ts'
import { browseCategory } from '#lib/services/browse-category.ts'
import { getProduct } from '#lib/services/get-product.ts'
import { listShownCategories } from '#lib/services/list-categories.ts'
import { type Frame, getFrame } from '#lib/services/site/get-frame.ts'
import { getHome } from '#lib/services/site/get-home.ts'

// Pages made from these carry the same tags, so that an edit renews them: see app/api/revalidate.
const day = 24 * 60 * 60

/** One page of a shelf, kept until something on it changes. Throws not_found for an unknown category. */
export function readShelf(view: ShelfView) {
  const tags = ['listings', ...(view.category ? [`category:${view.category}`] : [])]
  return unstable_cache(browseCategory, ['shelf'], { tags, revalidate: day })(view)
}

/** The first page of a product's own shelf. It lacks the tag of all listings, or every edit would renew every product. */
export function readNeighbors(category: string) {
  const tags = [`category:${category}`]
  return unstable_cache(browseCategory, ['neighbors'], { tags, revalidate: day })({
    category,
    sort: 'featured',
  })
}

/** A product with its offers, kept until it or the registry of retailers changes. Throws not_found. */
export function readProduct(slug: string) {
  const tags = [`listing:${slug}`, 'retailers']
  return unstable_cache(getProduct, ['product'], { tags, revalidate: day })(slug)
}

/** The shelves that shoppers see, with their words and pictures. */
export const readCategories = unstable_cache(listShownCategories, ['categories'], {
  tags: ['categories'],
  revalidate: day,
})

/** The sections of the home page. */
export const readHome = unstable_cache(getHome, ['home'], { tags: ['home'], revalidate: day })

const readBuiltFrame = unstable_cache(
  async (): Promise<Frame> => ({ shelves: [...brand.shelves] }),
  ['built-frame'],
  { tags: ['frame'], revalidate: 1 },
)
const readStoredFrame = unstable_cache(getFrame, ['frame'], { tags: ['frame'], revalidate: day })

/**
 * The menu and the announcement. While the site is built there is no table to ask: pages made then show the brand's
 * own shelves, and only for a second, so that each is made anew as soon as someone asks for it.
 */
export const readFrame =
  process.env.NEXT_PHASE === 'phase-production-build' ? readBuiltFrame : readStoredFrame
