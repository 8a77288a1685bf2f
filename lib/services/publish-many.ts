import { getDraft } from '#lib/data/listing-drafts.ts'
import { getPlan } from '#lib/data/listing-plans.ts'
import { getListing } from '#lib/data/listings.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { KnownListing, ManyOutcome } from '#lib/domain/listing-state.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { log } from '#lib/log.ts'
import { publishListing, withdrawListing } from '#lib/services/publish-listing.ts'

/** Listings changed at a time: each is a few requests that mostly wait. */
const atOnce = 8

/** What became of one listing: a version and the categories whose lists look different now, or why nothing did. */
type Done = { version: number; categories: string[] }
type One = (known: KnownListing, by: string) => Promise<Done | { reason: string }>

const changed = { reason: 'Someone changed it meanwhile. Open it to see what.' }

/** Publishes one as it was seen; what is planned to take it down later stays planned. */
const publishOne: One = async ({ slug, revision, base }, by) => {
  const [found, plan] = await Promise.all([getListing(slug), getPlan(slug)])
  if (found?.listing.status === 'published' && revision === '' && found.listing.version === base)
    return { reason: 'It is published already.' }
  const outcome = await publishListing(slug, { revision, base, unpublishAt: plan?.unpublishAt }, by)
  if (outcome.status === 'published') return outcome
  if (outcome.status === 'incomplete') {
    const [first, ...others] = outcome.checks.map(({ words }) => words)
    return { reason: others.length > 0 ? `${first} And ${others.length} more to put right.` : `${first}` }
  }
  return changed
}

const unpublishOne: One = async ({ slug, version }, by) => {
  const found = await getListing(slug)
  if (found?.listing.status !== 'published') return { reason: 'It is not published.' }
  if (found.listing.version !== version) return changed
  return withdrawListing(slug, 'draft', by)
}

async function nameOf(slug: string): Promise<string> {
  const [found, draft] = await Promise.all([getListing(slug), getDraft(slug)])
  return draft?.edit.name || found?.listing.name || slug
}

async function attempt(act: One, known: KnownListing, by: string): Promise<Done | { reason: string }> {
  try {
    return await act(known, by)
  } catch (error) {
    if (isDomainError(error, 'stale_version')) return changed
    if (!isDomainError(error)) log.error('listing not changed', error, { slug: known.slug })
    return { reason: messageFor(error) }
  }
}

/**
 * Publishes or unpublishes many listings, each for itself: one that lacks something, or that was changed since it was
 * seen as `known`, is left as it is and named with the reason. `categories` are those whose lists look different now.
 */
export async function publishMany(
  act: 'publish' | 'unpublish',
  known: readonly KnownListing[],
  by: string,
): Promise<ManyOutcome & { categories: string[] }> {
  const outcomes = new Map<string, Done | { reason: string }>()
  const change = act === 'publish' ? publishOne : unpublishOne
  await eachAtOnce(atOnce, known, async each => {
    outcomes.set(each.slug, await attempt(change, each, by))
  })
  const done: ManyOutcome['done'] = []
  const refused: ManyOutcome['refused'] = []
  const categories = new Set<string>()
  for (const [slug, outcome] of outcomes) {
    if ('reason' in outcome) {
      refused.push({ slug, name: await nameOf(slug), reason: outcome.reason })
      continue
    }
    done.push({ slug, version: outcome.version })
    for (const category of outcome.categories) categories.add(category)
  }
  return { done, refused, categories: [...categories] }
}
