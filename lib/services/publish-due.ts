import { addChanges } from '#lib/data/changes.ts'
import { getDraft } from '#lib/data/listing-drafts.ts'
import { duePlans, getPlan, type ListingPlan, savePlan } from '#lib/data/listing-plans.ts'
import { getListing, getVersion } from '#lib/data/listings.ts'
import type { NewChange } from '#lib/domain/change.ts'
import type { Listing } from '#lib/domain/listing.ts'
import { editOf, type ListingEdit } from '#lib/domain/listing-edit.ts'
import { mergeEdits } from '#lib/domain/merge-edits.ts'
import { sameValue } from '#lib/domain/same-value.ts'
import { log } from '#lib/log.ts'
import { measurePublishing } from '#lib/metrics.ts'
import { indexWaiting } from '#lib/services/index-waiting.ts'
import { release } from '#lib/services/publish-listing.ts'
import { revalidateSite } from '#lib/services/revalidate-site.ts'
import { turnAnnouncements } from '#lib/services/site/turn-announcements.ts'

const batchSize = 50

/** What was planned, with what others have published since worked in; where both changed a field, the plan holds. */
async function content(
  publish: NonNullable<ListingPlan['publish']>,
  live: Listing | undefined,
): Promise<ListingEdit> {
  if (!live || live.version === publish.base) return publish.edit
  const ancestor = await getVersion(live.slug, publish.base)
  return ancestor ? mergeEdits(editOf(ancestor), publish.edit, editOf(live)).merged : publish.edit
}

function isShown(live: Listing | undefined, edit: ListingEdit): boolean {
  return live?.status === 'published' && sameValue(editOf(live), edit)
}

/** Does what is due of a plan, and then has the shop show it. Harmless when repeated. */
async function carryOut(plan: ListingPlan, now: string): Promise<void> {
  const { slug, by, publish, unpublishAt } = plan
  const [found, draft] = await Promise.all([getListing(slug), getDraft(slug)])
  const live = found?.listing
  const changes: NewChange[] = []
  let touched = live ? [live.category] : []
  const record = (verb: NewChange['verb'], version: number) =>
    changes.push({ subject: { kind: 'listing', id: slug }, verb, detail: `version ${version}, as scheduled` })
  const isOver = unpublishAt !== undefined && unpublishAt <= now
  if (publish && publish.at <= now && !isOver) {
    const edit = await content(publish, live)
    if (!isShown(live, edit)) {
      const own = draft?.revision === publish.revision ? draft : undefined
      const done = await release(slug, { edit, status: 'published', by, before: live, draft: own })
      touched = done.categories
      record('published', done.version)
    }
  }
  if (isOver && live?.status === 'published') {
    const done = await release(slug, { edit: editOf(live), status: 'draft', by, before: live })
    touched = done.categories
    record('unpublished', done.version)
  }
  await addChanges(by, changes)
  const isHeard = await revalidateSite([
    `listing:${slug}`,
    ...touched.map(category => `category:${category}`),
    'listings',
  ])
  // A shop that has not heard would show its old page for a day: the plan stays due until it has.
  if (!isHeard) throw new Error('the shop did not hear of it')
  if (changes.length > 0) measurePublishing(Date.now() - Date.parse(now))
  const later = isOver ? undefined : unpublishAt
  await savePlan({ slug, by, unpublishAt: later, publish: publish && publish.at > now ? publish : undefined })
}

/**
 * Publishes and takes down what is due by the clock. One listing's trouble does not stop the others; it stays due.
 * Returns how many were due and how many are done.
 */
export async function publishDue(before = new Date()): Promise<{ due: number; done: number }> {
  const now = before.toISOString()
  const slugs = await duePlans(now, batchSize)
  let done = 0
  for (const slug of slugs) {
    try {
      const plan = await getPlan(slug)
      if (plan) await carryOut(plan, now)
      done += 1
    } catch (error) {
      log.error('scheduled change not made', error, { slug })
    }
  }
  return { due: slugs.length, done }
}

/** The Lambda handler of the schedule. */
export async function handler(): Promise<{ due: number; done: number }> {
  await turnAnnouncements()
  const published = await publishDue()
  await indexWaiting()
  return published
}
