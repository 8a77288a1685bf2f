import { type ListingSort, listingSortSchema, slugSchema, type Tag, tagSchema } from '#lib/domain/listing.ts'

/** One page of a shelf, as its address says: which shelf (none: the whole pantry), tag, order and where it starts. */
export type ShelfView = { category?: string; tag?: Tag; sort: ListingSort; after?: string }

const cursor = /^[A-Za-z0-9_-]{1,400}$/
const everything = 'all'

/**
 * The view that the path below `/products` names, or undefined where it names none. Views are path segments, not
 * query parameters, so that each is a page a CDN can hold: `<category or all>/tag-<tag>/sort-<sort>/after-<cursor>`,
 * in this order, each at most once, the default order unwritten.
 */
export function parseShelfPath(segments: readonly string[]): ShelfView | undefined {
  const [category, ...rest] = segments
  const view: ShelfView = { sort: 'featured' }
  if (category !== undefined && category !== everything) {
    if (!slugSchema.safeParse(category).success) return undefined
    view.category = category
  }
  for (const segment of rest) {
    const [kind, value] = [segment.slice(0, segment.indexOf('-')), segment.slice(segment.indexOf('-') + 1)]
    if (kind === 'tag') view.tag = tagSchema.safeParse(value).data
    else if (kind === 'sort') view.sort = listingSortSchema.safeParse(value).data ?? 'featured'
    else if (kind === 'after' && cursor.test(value)) view.after = value
  }
  // The whole pantry's address is `/products`, which next.config.mjs leads to the segment `all`.
  if (rest.length === 0 && category === everything) return view
  // One address a view: what does not come out as it went in is a page that does not exist.
  return shelfPath(view) === ['/products', ...segments].join('/') ? view : undefined
}

/** The address of a view. */
export function shelfPath(view: ShelfView): string {
  const segments = [
    view.tag && `tag-${view.tag}`,
    view.sort !== 'featured' && `sort-${view.sort}`,
    view.after && `after-${view.after}`,
  ].filter(Boolean)
  const shelf = view.category ?? (segments.length > 0 ? everything : undefined)
  return ['/products', shelf, ...segments].filter(Boolean).join('/')
}
