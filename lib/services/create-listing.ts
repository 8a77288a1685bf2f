import { listCategories } from '#lib/data/categories.ts'
import { getDraft, saveDraft } from '#lib/data/listing-drafts.ts'
import { getListing } from '#lib/data/listings.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { blankEdit, editOf, type ListingEdit } from '#lib/domain/listing-edit.ts'
import type { NewListing } from '#lib/domain/new-listing.ts'

/** The words and pictures of another listing. Its articles are not copied: a number names one article only. */
async function copyOf(slug: string): Promise<ListingEdit> {
  const [draft, found] = await Promise.all([getDraft(slug), getListing(slug)])
  const edit = draft?.edit ?? (found && editOf(found.listing))
  if (!edit) throw new DomainError('not_found', { field: 'copyOf' })
  const variants = edit.variants.map(variant => ({ ...variant, sku: '', gtin: '', retailerSkus: {} }))
  return { ...edit, variants, seo: { title: '', description: '' } }
}

/**
 * Begins a listing, as a draft that nobody but the studio sees, from nothing or as a copy of another.
 * Throws `slug_taken` (field `slug`), and `invalid_input` for a category that does not exist.
 */
export async function createListing(wish: NewListing, by: string): Promise<void> {
  const categories = await listCategories()
  if (!categories.some(category => category.slug === wish.category))
    throw new DomainError('invalid_input', { field: 'category' })
  const content = wish.copyOf ? await copyOf(wish.copyOf) : blankEdit(wish.name, wish.category)
  const edit = { ...content, name: wish.name, category: wish.category }
  try {
    await saveDraft(wish.slug, { edit, base: 0, by }, '', { isNew: true })
  } catch (error) {
    if (isDomainError(error, 'stale_version')) throw new DomainError('slug_taken', { field: 'slug' })
    throw error
  }
}
