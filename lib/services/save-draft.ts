import { getDraft, removeDraft, saveDraft as write } from '#lib/data/listing-drafts.ts'
import { getListing, getVersion } from '#lib/data/listings.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { editOf, type ListingEdit } from '#lib/domain/listing-edit.ts'

/** A listing's content as it now stands in the studio, and what names it. */
export type EditState = { edit: ListingEdit; revision: string; base: number; at: string; by: string }

/**
 * Someone else changed the listing: `current` is how it stands now. `ancestor` is what both began from, where that is
 * not what the editor itself last saw.
 */
export type Stale = { status: 'stale'; ancestor?: ListingEdit; current: EditState }

export type DraftOutcome = { status: 'saved'; revision: string; at: string; isFirst: boolean } | Stale

/**
 * How a listing stands, beside what an editor believes. `stale` is undefined where the editor is right.
 * Throws `not_found`.
 */
export async function compareState(slug: string, believed: { revision: string; base: number }) {
  const [found, draft] = await Promise.all([getListing(slug), getDraft(slug)])
  const listing = found?.listing
  if (!listing && !draft) throw new DomainError('not_found')
  const version = listing?.version ?? 0
  const live = listing && { edit: editOf(listing), at: listing.updatedAt, by: listing.updatedBy }
  let stale: Stale | undefined
  if ((draft?.revision ?? '') !== believed.revision) {
    const current = draft ?? (live && { ...live, revision: '', base: version })
    if (current) stale = { status: 'stale', current }
  } else if (live && believed.base !== version) {
    const ancestor = await getVersion(slug, believed.base)
    const current = { ...live, revision: believed.revision, base: version }
    stale = { status: 'stale', ancestor: ancestor && editOf(ancestor), current }
  }
  return { listing, draft, stale }
}

/** Saves a draft as it is typed, unless someone else has changed the listing since `revision` and `base`. */
export async function saveDraft(
  slug: string,
  typed: { edit: ListingEdit; revision: string; base: number },
  by: string,
): Promise<DraftOutcome> {
  const { draft, stale } = await compareState(slug, typed)
  if (stale) return stale
  try {
    const content = { edit: typed.edit, base: typed.base, by }
    const { revision, at } = await write(slug, content, typed.revision, { nameBefore: draft?.edit.name })
    return { status: 'saved', revision, at, isFirst: draft?.by !== by }
  } catch (error) {
    if (!isDomainError(error, 'stale_version')) throw error
    const { stale: since } = await compareState(slug, typed)
    if (since) return since
    throw error
  }
}

/**
 * Throws away what is not published, and returns what the editor shows then: what is published. A listing that never
 * was is gone with its draft. Throws `stale_version` when someone has saved since.
 */
export async function discardDraft(slug: string, revision: string): Promise<EditState | undefined> {
  const [draft, found] = await Promise.all([getDraft(slug), getListing(slug)])
  if (draft?.revision !== revision) throw new DomainError('stale_version')
  await removeDraft(slug, draft, found !== undefined)
  if (!found) return undefined
  const { version, updatedAt: at, updatedBy: by } = found.listing
  return { edit: editOf(found.listing), revision: '', base: version, at, by }
}
