import { listCategories } from '#lib/data/categories.ts'
import { getDraft } from '#lib/data/listing-drafts.ts'
import { getListing, getVersion } from '#lib/data/listings.ts'
import { listRegistered } from '#lib/data/retailers.ts'
import { compareEdits, type FieldChange } from '#lib/domain/compare-edits.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { blankEdit, editOf } from '#lib/domain/listing-edit.ts'

/**
 * What a version changed against the one before it; without a version, what the draft would change of what is
 * published. Throws `not_found`.
 */
export async function compareVersions(slug: string, version?: number): Promise<FieldChange[]> {
  const pair = async () => {
    if (version !== undefined)
      return Promise.all([getVersion(slug, version - 1), getVersion(slug, version)]).then(
        ([before, after]) => [before && editOf(before), after && editOf(after)],
      )
    const [found, draft] = await Promise.all([getListing(slug), getDraft(slug)])
    const live = found && editOf(found.listing)
    return [live, draft?.edit ?? live]
  }
  const [[before, after], categories, retailers] = await Promise.all([
    pair(),
    listCategories(),
    listRegistered(),
  ])
  if (!after) throw new DomainError('not_found')
  const named = (list: { id: string; name: string }[]) =>
    Object.fromEntries(list.map(({ id, name }) => [id, name]))
  const nothing = { ...blankEdit('', ''), position: '', variants: [] }
  return compareEdits(before ?? nothing, after, {
    retailers: named(retailers),
    categories: named(categories.map(({ slug: id, name }) => ({ id, name }))),
  })
}
