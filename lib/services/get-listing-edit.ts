import { listCategories } from '#lib/data/categories.ts'
import { getDraft } from '#lib/data/listing-drafts.ts'
import { getPlan } from '#lib/data/listing-plans.ts'
import { getListing, getListings, listVersions } from '#lib/data/listings.ts'
import { listRegistered } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { editOf } from '#lib/domain/listing-edit.ts'

/**
 * All that the editor shows of a listing: its draft, or else what is published; its history; what is planned; and the
 * categories and retailers it could have. Throws `not_found`.
 */
export async function getListingEdit(slug: string) {
  const [found, draft, plan, versions, categories, retailers] = await Promise.all([
    getListing(slug),
    getDraft(slug),
    getPlan(slug),
    listVersions(slug),
    listCategories(),
    listRegistered(),
  ])
  const listing = found?.listing
  if (!listing && !draft) throw new DomainError('not_found')
  const edit = draft?.edit ?? (listing && editOf(listing))
  if (!edit) throw new DomainError('not_found')
  const substitutes = await getListings(edit.substitutes)
  return {
    state: {
      edit,
      revision: draft?.revision ?? '',
      base: draft?.base ?? listing?.version ?? 0,
      at: draft?.at,
      by: draft?.by,
    },
    status: listing?.status ?? ('draft' as const),
    plan: { publishAt: plan?.publish?.at, unpublishAt: plan?.unpublishAt },
    versions: versions.map(({ version, name, status, updatedAt, updatedBy }) => ({
      ...{ version, name, status, updatedAt, updatedBy },
    })),
    substituteNames: Object.fromEntries(substitutes.map(({ slug: each, name }) => [each, name])),
    categories: categories.map(({ slug: value, name }) => ({ slug: value, name })),
    retailers: retailers.map(({ id, name }) => ({ id, name })),
  }
}
