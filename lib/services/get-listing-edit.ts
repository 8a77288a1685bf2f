import { listCategories } from '#lib/data/categories.ts'
import { getListing, listVersions } from '#lib/data/listings.ts'
import { DomainError } from '#lib/domain/errors.ts'

/** A listing with its history and the categories it could stand in, for the editor. Throws `not_found`. */
export async function getListingEdit(slug: string) {
  const [found, versions, categories] = await Promise.all([
    getListing(slug),
    listVersions(slug),
    listCategories(),
  ])
  if (!found) throw new DomainError('not_found')
  return { listing: found.listing, versions, categories }
}
