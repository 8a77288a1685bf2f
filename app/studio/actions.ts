'use server'

import { after } from 'next/server'
import { renewPages } from '#app/studio/renew.ts'
import { action } from '#lib/action.ts'
import { manySchema } from '#lib/domain/listing-state.ts'
import { measurePublishing } from '#lib/metrics.ts'
import { publishMany } from '#lib/services/publish-many.ts'
import { refreshListings } from '#lib/services/refresh-offers.ts'

/** Publishes or unpublishes listings as they were seen; the shops that sell them are asked for their prices after. */
export const changeMany = action({
  schema: manySchema,
  role: 'marketer',
  run: async ({ act, listings }, { session }) => {
    const asked = Date.now()
    const { categories, ...outcome } = await publishMany(act, listings, session.email)
    const slugs = outcome.done.map(({ slug }) => slug)
    if (slugs.length > 0) await renewPages(slugs, categories)
    if (act === 'publish' && slugs.length > 0) {
      measurePublishing(Date.now() - asked)
      after(() => refreshListings(slugs))
    }
    return outcome
  },
  records: ({ act }, { done }) =>
    done.map(({ slug, version }) => ({
      subject: { kind: 'listing', id: slug },
      verb: act === 'publish' ? 'published' : 'unpublished',
      detail: `version ${version}, with others`,
    })),
})
