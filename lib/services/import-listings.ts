import { isDeepStrictEqual } from 'node:util'
import { listCategories } from '#lib/data/categories.ts'
import { getListings } from '#lib/data/listings.ts'
import { listRegistered } from '#lib/data/retailers.ts'
import { saveListings } from '#lib/data/save-listings.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'
import type { Listing } from '#lib/domain/listing.ts'
import { columnOf, contentOf, type ListingContent, listingContentSchema } from '#lib/domain/listing-cells.ts'
import type { ImportRow, RowOutcome, RowProblem } from '#lib/domain/listing-import.ts'
import { messageFor, wordsForIssue } from '#lib/domain/messages.ts'

/** Rows are judged a slice at a time, so that the next slice is judged while the table takes the last. */
const rowsInSlice = 32
const slicesAtOnce = 3

function slicesOf(rows: readonly ImportRow[]) {
  return Array.from({ length: Math.ceil(rows.length / rowsInSlice) }, (_, index) => {
    const start = index * rowsInSlice
    return { start, slice: rows.slice(start, start + rowsInSlice) }
  })
}

type Known = { categories: Set<string>; retailerIds: Set<string>; listings: Map<string, Listing> }

async function known(rows: readonly ImportRow[]): Promise<Known> {
  const slugs = rows.map(row => row.cells.slug?.trim() ?? '').filter(slug => /^[a-z0-9-]{1,80}$/.test(slug))
  const [categories, retailers, found] = await Promise.all([
    listCategories(),
    listRegistered(),
    getListings(slugs),
  ])
  return {
    categories: new Set(categories.map(category => category.slug)),
    retailerIds: new Set(retailers.map(retailer => retailer.id)),
    listings: new Map(found.map(listing => [listing.slug, listing])),
  }
}

/** What the shape of a listing does not say: its category and its retailers must exist. */
function strangers(content: ListingContent, { categories, retailerIds }: Known, line: number): RowProblem[] {
  const problems: RowProblem[] = []
  if (!categories.has(content.category)) {
    problems.push({ line, column: 'category', problem: `There is no category ${content.category}.` })
  }
  const named = content.variants.flatMap(variant => Object.keys(variant.retailerSkus))
  for (const id of new Set(named)) {
    if (!retailerIds.has(id))
      problems.push({ line, column: 'variants', problem: `There is no retailer ${id}.` })
  }
  const skus = content.variants.map(variant => variant.sku)
  if (new Set(skus).size < skus.length) {
    problems.push({ line, column: 'variants', problem: 'Two sizes have the same sku.' })
  }
  return problems
}

type Judged = { outcome: RowOutcome; content?: ListingContent; before?: Listing }

function judge({ line, cells }: ImportRow, all: Known): Judged {
  const slug = cells.slug?.trim() ?? ''
  const before = all.listings.get(slug)
  const beforeContent = before && listingContentSchema.parse(before)
  const checked = listingContentSchema.safeParse(contentOf({ ...cells, slug }, beforeContent), {
    error: wordsForIssue,
  })
  const problems = checked.success
    ? strangers(checked.data, all, line)
    : checked.error.issues.map(issue => ({ line, column: columnOf(issue.path), problem: issue.message }))
  if (!checked.success || problems.length > 0)
    return { outcome: { line, slug, outcome: 'refused', problems } }
  const isSame = beforeContent && isDeepStrictEqual(beforeContent, checked.data)
  const outcome = isSame ? 'unchanged' : before ? 'changed' : 'created'
  return { outcome: { line, slug, outcome, problems: [] }, content: checked.data, before }
}

/** Saves what is new or changed, and says of each row what became of it. */
async function save(judged: readonly Judged[], by: string): Promise<RowOutcome[]> {
  const now = new Date().toISOString()
  const edits = judged.flatMap(({ content, outcome, before }) => {
    if (!content || outcome.outcome === 'unchanged') return []
    const expectedVersion = before?.version ?? 0
    const createdAt = before?.createdAt ?? now
    const stamps = { version: expectedVersion + 1, createdAt, updatedAt: now, updatedBy: by }
    return [{ line: outcome.line, listing: { ...content, ...stamps }, expectedVersion }]
  })
  const saved = await saveListings(edits)
  const late = new Set(edits.filter((_, index) => !saved[index]).map(edit => edit.line))
  const problem = messageFor('stale_version')
  return judged.map(({ outcome }) => {
    const { line, slug } = outcome
    if (!late.has(line)) return outcome
    return { line, slug, outcome: 'refused', problems: [{ line, column: 'slug', problem }] }
  })
}

/**
 * Brings rows of a file into the catalogue, each wholly or not at all; with `apply` false it only says what would
 * come of it. A row that changes nothing writes nothing, so that a file can be brought in again. Search and the shelves
 * of tags know the rows some minutes later. `categories` names those whose lists look different now.
 */
export async function importListings(
  rows: readonly ImportRow[],
  { apply, by }: { apply: boolean; by: string },
): Promise<{ outcomes: RowOutcome[]; categories: string[] }> {
  const outcomes: RowOutcome[] = []
  const touched: (string | undefined)[] = []
  await eachAtOnce(slicesAtOnce, slicesOf(rows), async ({ start, slice }) => {
    const all = await known(slice)
    const judged = slice.map(row => judge(row, all))
    const ends = apply ? await save(judged, by) : judged.map(each => each.outcome)
    for (const [index, end] of ends.entries()) {
      outcomes[start + index] = end
      const { content, before } = judged[index] ?? {}
      if (end.outcome === 'created' || end.outcome === 'changed')
        touched.push(content?.category, before?.category)
    }
  })
  const categories = [...new Set(touched)].filter(category => category !== undefined)
  return { outcomes, categories: apply ? categories : [] }
}
