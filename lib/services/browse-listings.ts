import { listCategories } from '#lib/data/categories.ts'
import { findLines, getLines, listLines, listLinesIn } from '#lib/data/listing-directory.ts'
import { type DraftMark, getDraftMarks, listDrafted } from '#lib/data/listing-drafts.ts'
import { getPlanTimes, listPlanned, type PlanTimes } from '#lib/data/listing-plans.ts'
import type { ListingSummary } from '#lib/data/listings.ts'
import type { ListingState } from '#lib/domain/listing-state.ts'
import type { Category } from '#lib/domain/site/categories.ts'

/** How many listings a page shows at most; and through how many it looks for a name. */
const shown = 25
const looked = 100

export type ListingFilter = { query?: string; category?: string; state?: ListingState; after?: string }
export type ListingRow = ListingSummary & { categoryName: string; draft?: DraftMark; plan?: PlanTimes }

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Every word of a query begins a word of the name. */
function isNamed(name: string, query: string): boolean {
  const words = plain(name).split(/[^a-z0-9]+/)
  const asked = plain(query)
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  return asked.every(word => words.some(each => each.startsWith(word)))
}

/** The part of the directory that can answer a filter with the fewest lines that do not fit it. */
async function read({ query, category, state, after }: ListingFilter) {
  if (state === 'drafted' || state === 'scheduled') {
    const list = { category, after, limit: shown }
    const { slugs, next } = await (state === 'drafted' ? listDrafted(list) : listPlanned(list))
    return { lines: await getLines(slugs), next }
  }
  if (query) return findLines(query, { after, limit: looked })
  const list = { category, after, limit: shown }
  return state ? listLinesIn(state, list) : listLines(list)
}

function fits({ query = '', category, state }: ListingFilter) {
  const status = state === 'drafted' || state === 'scheduled' ? undefined : state
  return (line: ListingSummary) =>
    isNamed(line.name, query) &&
    (!category || line.category === category) &&
    (!status || line.status === status)
}

/**
 * A page of all listings for the studio, drafts too, by name, category and state. A page reads a fixed number of items
 * however large the catalogue is, so it may hold few matches and still have a `next`. Throws `invalid_input` for an
 * `after` that was not made for this filter.
 */
export async function browseListings(
  filter: ListingFilter,
): Promise<{ listings: ListingRow[]; categories: Category[]; next?: string }> {
  const [{ lines, next }, categories] = await Promise.all([read(filter), listCategories()])
  const names = new Map(categories.map(category => [category.slug, category.name]))
  const found = lines.filter(fits(filter))
  const slugs = found.map(({ slug }) => slug)
  const [drafts, plans] = await Promise.all([getDraftMarks(slugs), getPlanTimes(slugs)])
  const listings = found.map(line => ({
    ...line,
    categoryName: names.get(line.category) ?? line.category,
    draft: drafts.get(line.slug),
    plan: plans.get(line.slug),
  }))
  return { listings, categories, next }
}
