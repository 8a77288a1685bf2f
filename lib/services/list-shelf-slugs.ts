import { listShelf } from '#lib/data/listings.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { listShownCategories } from '#lib/services/list-categories.ts'

const pageSize = 500
/** What the sitemap protocol lets one file hold. */
const most = 50_000

/** The slugs of all products on a shelf, at most 50,000, in the shelf's order. Throws `not_found`. */
export async function listShelfSlugs(category: string): Promise<string[]> {
  if (!(await listShownCategories()).some(({ slug }) => slug === category)) throw new DomainError('not_found')
  const slugs: string[] = []
  let after: string | undefined
  do {
    const page = await listShelf({ category, sort: 'featured', after, limit: pageSize })
    slugs.push(...page.slugs)
    after = page.next
  } while (after && slugs.length < most)
  return slugs.slice(0, most)
}
