import { listCategories } from '#lib/data/categories.ts'
import { type ListingDraft, removeDraft } from '#lib/data/listing-drafts.ts'
import { getPlan, savePlan } from '#lib/data/listing-plans.ts'
import { getListing, getVersion, saveListing } from '#lib/data/listings.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Listing } from '#lib/domain/listing.ts'
import { checkListing, type ListingCheck } from '#lib/domain/listing-checks.ts'
import { editOf, type ListingEdit, listingOf, publishableSchema } from '#lib/domain/listing-edit.ts'
import { compareState, type Stale } from '#lib/services/save-draft.ts'

/** `categories` names those whose lists now look different. */
export type PublishOutcome =
  | { status: 'published'; version: number; categories: string[] }
  | { status: 'scheduled'; publishAt: string }
  | { status: 'incomplete'; checks: ListingCheck[] }
  | Stale

/** When to publish and when to take it down again: ISO 8601, none for now and for never. */
export type Timing = { publishAt?: string; unpublishAt?: string }

/** Saves content as the listing's next version, in a given state; the draft it came from is done with. */
export async function release(
  slug: string,
  change: {
    edit: ListingEdit
    status: Listing['status']
    by: string
    before?: Listing
    draft?: ListingDraft
  },
): Promise<{ version: number; categories: string[] }> {
  const { before, edit, status, by, draft } = change
  const now = new Date().toISOString()
  const listing = listingOf(edit, {
    slug,
    status,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
    updatedBy: by,
  })
  const { version } = await saveListing(listing, before?.version ?? 0)
  if (draft) {
    await removeDraft(slug, draft, true).catch(error => {
      // Someone typed on in this moment: their draft stays, and departs from what is published now.
      if (!isDomainError(error, 'stale_version')) throw error
    })
  }
  return { version, categories: [...new Set([before?.category ?? edit.category, edit.category])] }
}

/** What stands in the way of publishing an edit. */
async function obstacles(edit: ListingEdit): Promise<ListingCheck[]> {
  const categories = await listCategories()
  return checkListing(
    edit,
    categories.map(category => category.slug),
  ).filter(check => check.level === 'must')
}

/**
 * Publishes the draft that `revision` names, or what was published before where there is no draft; or plans to.
 * Nothing is published that lacks something it must have.
 */
export async function publishListing(
  slug: string,
  wish: { revision: string; base: number } & Timing,
  by: string,
): Promise<PublishOutcome> {
  const { listing, draft, stale } = await compareState(slug, wish)
  if (stale) return stale
  const typed = draft?.edit ?? (listing && editOf(listing))
  if (!typed) throw new DomainError('not_found')
  const checks = await obstacles(typed)
  if (checks.length > 0) return { status: 'incomplete', checks }
  const edit: ListingEdit = { ...typed, ...publishableSchema.parse(typed) }
  const { publishAt, unpublishAt } = wish
  if (publishAt) {
    const publish = { at: publishAt, edit, base: wish.base, revision: wish.revision }
    await savePlan({ slug, by, publish, unpublishAt })
    return { status: 'scheduled', publishAt }
  }
  if (listing?.status === 'published' && !draft) {
    await savePlan({ slug, by, unpublishAt })
    return { status: 'published', version: listing.version, categories: [] }
  }
  try {
    const released = await release(slug, { edit, status: 'published', by, before: listing, draft })
    await savePlan({ slug, by, unpublishAt })
    return { status: 'published', ...released }
  } catch (error) {
    if (!isDomainError(error, 'stale_version')) throw error
    const { stale: since } = await compareState(slug, wish)
    if (since) return since
    throw error
  }
}

/**
 * Takes a published listing out of the shop, or puts it away, or back among the drafts; its content stays, and so
 * does its draft. What was planned is no longer. Throws `not_found` for one that was never published.
 */
export async function withdrawListing(
  slug: string,
  status: 'draft' | 'archived',
  by: string,
): Promise<{ version: number; categories: string[] }> {
  const found = await getListing(slug)
  if (!found) throw new DomainError('not_found')
  const { listing } = found
  await savePlan({ slug, by })
  return release(slug, { edit: editOf(listing), status, by, before: listing })
}

/** Takes back what was planned. Returns whether anything was. */
export async function cancelPlan(slug: string, by: string): Promise<boolean> {
  const plan = await getPlan(slug)
  if (plan) await savePlan({ slug, by })
  return plan !== undefined
}

/**
 * Makes an earlier version the newest one, its state in the shop unchanged. A draft goes: the caller has asked.
 * Throws `not_found` for a version there never was.
 */
export async function rollBackListing(
  slug: string,
  wish: { version: number; revision: string; base: number },
  by: string,
): Promise<{ status: 'rolled_back'; version: number; categories: string[]; edit: ListingEdit } | Stale> {
  const { listing, draft, stale } = await compareState(slug, wish)
  if (stale) return stale
  const earlier = await getVersion(slug, wish.version)
  if (!earlier || !listing) throw new DomainError('not_found')
  const { status } = listing
  const edit = editOf(earlier)
  const released = await release(slug, { edit, status, by, before: listing, draft })
  return { status: 'rolled_back', ...released, edit }
}
