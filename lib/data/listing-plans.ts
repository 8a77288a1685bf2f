import { CustomAttributeType, Entity } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { readCursor, writeCursor } from '#lib/data/cursor.ts'
import { storage } from '#lib/data/table.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

/** What is to happen to a listing by the clock, found in GSI2 by the time of the first of it. */
const planItem = new Entity(
  {
    model: { entity: 'plan', version: '1', service: 'brandfront' },
    attributes: {
      slug: { type: 'string', required: true },
      by: { type: 'string', required: true },
      publishAt: { type: 'string' },
      unpublishAt: { type: 'string' },
      base: { type: 'number' },
      revision: { type: 'string' },
      content: { type: CustomAttributeType<Uint8Array>('any') },
      planner: { type: 'string', required: true },
      due: { type: 'string', required: true },
    },
    indexes: {
      plan: {
        pk: { field: 'pk', composite: ['slug'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
      due: {
        index: 'GSI2',
        pk: { field: 'gsi2pk', composite: ['planner'], casing: 'none' },
        sk: { field: 'gsi2sk', composite: ['due', 'slug'], casing: 'none' },
      },
    },
  },
  storage,
)

/** `publish` holds what is to be published, as it was when that was decided: later edits of the draft stay out. */
export type ListingPlan = {
  slug: string
  /** The e-mail address of who planned it. */
  by: string
  /** ISO 8601. */
  publish?: { at: string; edit: ListingEdit; base: number; revision: string }
  /** ISO 8601: when shoppers see it no longer. */
  unpublishAt?: string
}

/** When a listing is published and taken down by the clock: ISO 8601. */
export type PlanTimes = { publishAt?: string; unpublishAt?: string }

function dueOf(plan: ListingPlan): string | undefined {
  return [plan.publish?.at, plan.unpublishAt].filter(time => time !== undefined).toSorted()[0]
}

/** What is planned for a listing. One GetItem. */
export async function getPlan(slug: string): Promise<ListingPlan | undefined> {
  const { data } = await planItem.get({ slug }).go({ consistent: true })
  if (!data) return undefined
  const { by, publishAt: at, unpublishAt, content, base = 0, revision = '' } = data
  const publish = at && content ? { at, base, revision, edit: unpack<ListingEdit>(content) } : undefined
  return { slug, by, publish, unpublishAt }
}

/** Plans something in place of what was planned before; a plan with nothing in it is removed. */
export async function savePlan(plan: ListingPlan): Promise<void> {
  const { slug, by, publish, unpublishAt } = plan
  const due = dueOf(plan)
  if (!due) {
    await planItem.delete({ slug }).go()
    return
  }
  const { at: publishAt, edit, base, revision } = publish ?? {}
  const content = edit && pack(edit)
  await planItem
    .put({ slug, by, publishAt, unpublishAt, base, revision, content, planner: 'listings', due })
    .go()
}

/** When something is planned for these listings, by slug. One BatchGet for up to 100. */
export async function getPlanTimes(slugs: readonly string[]): Promise<Map<string, PlanTimes>> {
  if (slugs.length === 0) return new Map()
  const keys = slugs.map(slug => ({ slug }))
  const { data } = await planItem.get(keys).go({ attributes: ['slug', 'publishAt', 'unpublishAt'] })
  return new Map(data.map(({ slug, publishAt, unpublishAt }) => [slug, { publishAt, unpublishAt }]))
}

/** A page of the slugs of listings with something planned, next due first. One Query and a BatchGet. */
export async function listPlanned(list: {
  after?: string
  limit: number
}): Promise<{ slugs: string[]; next?: string }> {
  const whole = planItem.query.due({ planner: 'listings' })
  const [due, slug] = list.after ? readCursor(list.after, 2) : []
  const rest = due === undefined || slug === undefined ? whole : whole.gt({ due, slug })
  const { data } = await rest.go({ limit: list.limit + 1, hydrate: true })
  const page = data.toSorted((a, b) => (`${a.due} ${a.slug}` < `${b.due} ${b.slug}` ? -1 : 1))
  const last = page[list.limit - 1]
  return {
    slugs: page.slice(0, list.limit).map(plan => plan.slug),
    next: last && page.length > list.limit ? writeCursor([last.due, last.slug]) : undefined,
  }
}

/** The slugs of listings with something due before a time (ISO 8601), longest due first. One Query and a BatchGet. */
export async function duePlans(before: string, limit: number): Promise<string[]> {
  // The index holds keys alone, hence the second look at the items themselves.
  const { data } = await planItem.query
    .due({ planner: 'listings' })
    .lt({ due: before })
    .go({ limit, hydrate: true })
  return data.map(plan => plan.slug)
}
