'use server'

import { after } from 'next/server'
import { z } from 'zod'
import { renewPages } from '#app/studio/renew.ts'
import { action } from '#lib/action.ts'
import type { NewChange } from '#lib/domain/change.ts'
import { idSchema } from '#lib/domain/ids.ts'
import { slugSchema } from '#lib/domain/listing.ts'
import { listingEditSchema } from '#lib/domain/listing-edit.ts'
import { uploadSchema } from '#lib/domain/picture.ts'
import { skuQuestionSchema } from '#lib/domain/retailer-check.ts'
import { measurePublishing } from '#lib/metrics.ts'
import { checkRetailerSkus } from '#lib/services/check-retailer-skus.ts'
import { compareVersions } from '#lib/services/compare-versions.ts'
import { listingPath, previewAddress } from '#lib/services/preview-link.ts'
import {
  cancelPlan,
  publishListing,
  rollBackListing,
  withdrawListing,
} from '#lib/services/publish-listing.ts'
import { refreshListings } from '#lib/services/refresh-offers.ts'
import { discardDraft, saveDraft } from '#lib/services/save-draft.ts'
import { searchListings } from '#lib/services/search-listings.ts'
import { finishUpload, startUpload } from '#lib/services/upload-image.ts'

const believed = z.object({
  slug: slugSchema,
  revision: z.string().max(40),
  base: z.number().int().min(0),
})
const time = z.iso.datetime().optional()
const dayInSeconds = 24 * 60 * 60
const linkLifetime = 7 * dayInSeconds

function recorded(slug: string, verb: NewChange['verb'], detail?: string): NewChange[] {
  return [{ subject: { kind: 'listing', id: slug }, verb, detail }]
}

/** Keeps what is typed. Only the first of a person's saves is recorded: the draft itself says who touched it last. */
export const autosave = action({
  schema: believed.extend({ edit: listingEditSchema }),
  role: 'marketer',
  run: ({ slug, ...typed }, { session }) => saveDraft(slug, typed, session.email),
  records: ({ slug }, outcome) =>
    outcome.status === 'saved' && outcome.isFirst ? recorded(slug, 'drafted') : [],
})

export const discard = action({
  schema: believed.pick({ slug: true, revision: true }),
  role: 'marketer',
  run: ({ slug, revision }) => discardDraft(slug, revision),
  records: ({ slug }) => recorded(slug, 'discarded'),
})

/** Publishes now, or plans to; a shop that sells it is asked for its prices right after. */
export const publish = action({
  schema: believed
    .extend({ publishAt: time, unpublishAt: time })
    .refine(({ publishAt }) => !publishAt || publishAt > new Date().toISOString(), {
      path: ['publishAt'],
      message: 'Choose a time to come.',
    })
    .refine(
      ({ publishAt, unpublishAt }) => !unpublishAt || unpublishAt > (publishAt ?? new Date().toISOString()),
      {
        path: ['unpublishAt'],
        message: 'Choose a time after it is published.',
      },
    ),
  role: 'marketer',
  run: async ({ slug, ...wish }, { session }) => {
    const asked = Date.now()
    const outcome = await publishListing(slug, wish, session.email)
    if (outcome.status === 'published') {
      await renewPages([slug], outcome.categories)
      measurePublishing(Date.now() - asked)
      after(() => refreshListings([slug]))
    }
    return outcome
  },
  records: ({ slug, unpublishAt }, outcome) => {
    const until = unpublishAt ? `, until ${unpublishAt}` : ''
    if (outcome.status === 'published')
      return recorded(slug, 'published', `version ${outcome.version}${until}`)
    if (outcome.status === 'scheduled') return recorded(slug, 'scheduled', `for ${outcome.publishAt}${until}`)
    return []
  },
})

export const unschedule = action({
  schema: believed.pick({ slug: true }),
  role: 'marketer',
  run: ({ slug }, { session }) => cancelPlan(slug, session.email),
  records: ({ slug }, was) => (was ? recorded(slug, 'unscheduled') : []),
})

export const withdraw = action({
  schema: z.object({ slug: slugSchema, status: z.enum(['draft', 'archived']) }),
  role: 'marketer',
  run: async ({ slug, status }, { session }) => {
    const outcome = await withdrawListing(slug, status, session.email)
    await renewPages([slug], outcome.categories)
    return outcome
  },
  records: ({ slug, status }, { version }) =>
    recorded(slug, status === 'draft' ? 'unpublished' : 'archived', `version ${version}`),
})

export const rollBack = action({
  schema: believed.extend({ version: z.number().int().min(1) }),
  role: 'marketer',
  run: async ({ slug, ...wish }, { session }) => {
    const outcome = await rollBackListing(slug, wish, session.email)
    if (outcome.status === 'rolled_back') await renewPages([slug], outcome.categories)
    return outcome
  },
  records: ({ slug, version }, outcome) =>
    outcome.status === 'rolled_back'
      ? recorded(slug, 'rolled_back', `to version ${version}, as version ${outcome.version}`)
      : [],
})

/** What a version changed, or without one what the draft would. */
export const compare = action({
  schema: z.object({ slug: slugSchema, version: z.number().int().min(1).optional() }),
  role: 'marketer',
  run: ({ slug, version }) => compareVersions(slug, version),
  records: 'nothing',
})

/** Asks the retailers whether they sell these articles now. */
export const checkSkus = action({
  schema: z.object({ questions: z.array(skuQuestionSchema).min(1).max(60) }),
  role: 'marketer',
  run: ({ questions }) => checkRetailerSkus(questions),
  records: 'nothing',
})

export const findListings = action({
  schema: z.object({ query: z.string().trim().min(1).max(80) }),
  role: 'marketer',
  run: async ({ query }) =>
    (await searchListings(query)).map(({ slug, name }) => ({ slug, name })).slice(0, 8),
  records: 'nothing',
})

export const beginUpload = action({
  schema: uploadSchema.extend({ slug: slugSchema }),
  role: 'marketer',
  run: ({ type, size }) => startUpload({ type, size }),
  records: 'nothing',
})

/** Makes an uploaded picture ready for the shop. */
export const endUpload = action({
  schema: z.object({ slug: slugSchema, id: idSchema('image') }),
  role: 'marketer',
  run: ({ id }) => finishUpload(id),
  records: ({ slug }, { src }) => recorded(slug, 'uploaded', src),
})

/** A link with which anyone sees this listing's draft, for seven days. */
export const sharePreview = action({
  schema: believed.pick({ slug: true }),
  role: 'marketer',
  run: ({ slug }) => previewAddress(listingPath(slug), linkLifetime),
  records: ({ slug }) => recorded(slug, 'shared', 'for 7 days'),
})
