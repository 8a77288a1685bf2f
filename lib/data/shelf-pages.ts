import { readCursor, writeCursor } from '#lib/data/cursor.ts'

type Place = { shelf: string; slug: string }

/** Slugs and shelves are made of what stands between these two. */
const [lowest, highest] = ['!', '~']

/**
 * What is left to read of an index that is sorted by category and slug, of one category or of all of them.
 * Throws `invalid_input` for an `after` that `shelfPage` did not make.
 */
export function shelfRange({ category, after }: { category?: string; after?: string }): {
  from: Place
  to: Place
} {
  const [shelf = category ?? lowest, slug = ''] = after ? readCursor(after, 2) : []
  return { from: { shelf, slug: `${slug}${lowest}` }, to: { shelf: category ?? highest, slug: highest } }
}

/** The first `limit` of what was read, in order, and where they end when there are more. */
export function shelfPage<Item extends Place>(
  items: readonly Item[],
  limit: number,
): { page: Item[]; next?: string } {
  const place = ({ shelf, slug }: Place) => `${shelf}#${slug}`
  const page = items.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, limit)
  const last = page.at(-1)
  return { page, next: last && items.length > limit ? writeCursor([last.shelf, last.slug]) : undefined }
}
