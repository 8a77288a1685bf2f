import { listCategories } from '#lib/data/categories.ts'
import { getListing, saveListing } from '#lib/data/listings.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Listing, ListingEdit } from '#lib/domain/listing.ts'
import { applyEdit, editOf } from '#lib/domain/listing-edit.ts'

/** How an edit ended. `stale`: someone saved in between, nothing was written, and `current` is what they saved. */
export type EditOutcome =
  | { status: 'saved'; version: number; updatedAt: string; categories: string[] }
  | { status: 'stale'; current: ListingEdit; updatedAt: string; updatedBy: string }

async function currentListing(slug: string): Promise<Listing> {
  const found = await getListing(slug)
  if (!found) throw new DomainError('not_found')
  return found.listing
}

function stale(listing: Listing): EditOutcome {
  const { updatedAt, updatedBy } = listing
  return { status: 'stale', current: editOf(listing), updatedAt, updatedBy }
}

/**
 * Saves a marketer's edit of a listing as its next version. `categories` names those whose lists now look
 * different. Throws `not_found`, and `invalid_input` for a category that does not exist.
 */
export async function editListing({
  slug,
  edit,
  editedBy,
}: {
  slug: string
  edit: ListingEdit
  editedBy: string
}): Promise<EditOutcome> {
  const [before, categories] = await Promise.all([currentListing(slug), listCategories()])
  if (!categories.some(category => category.slug === edit.category)) {
    throw new DomainError('invalid_input', { field: 'category' })
  }
  if (before.version !== edit.version) return stale(before)
  const after: Listing = {
    ...applyEdit(before, edit),
    version: before.version + 1,
    updatedAt: new Date().toISOString(),
    updatedBy: editedBy,
  }
  try {
    await saveListing(after, before.version)
  } catch (error) {
    if (isDomainError(error, 'stale_version')) return stale(await currentListing(slug))
    throw error
  }
  const touched = [...new Set([before.category, after.category])]
  return { status: 'saved', version: after.version, updatedAt: after.updatedAt, categories: touched }
}
