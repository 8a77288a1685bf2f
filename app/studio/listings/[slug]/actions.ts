'use server'

import { updateTag } from 'next/cache'
import { action } from '#lib/action.ts'
import { listingEditInputSchema } from '#lib/domain/listing-edit.ts'
import { editListing } from '#lib/services/edit-listing.ts'
import { invalidatePages } from '#lib/services/invalidate-pages.ts'

/** Saves an edit and drops every prerendered page that showed the listing, at the CDN too. */
export const saveEdit = action({
  schema: listingEditInputSchema,
  role: 'marketer',
  run: async ({ slug, ...edit }, { session }) => {
    const outcome = await editListing({ slug, edit, editedBy: session.email })
    if (outcome.status === 'saved') {
      const tags = [
        `listing:${slug}`,
        ...outcome.categories.map(category => `category:${category}`),
        'listings',
      ]
      for (const tag of tags) updateTag(tag)
      await invalidatePages(tags)
    }
    return outcome
  },
  records: ({ slug }, outcome) =>
    outcome.status === 'saved'
      ? [{ subject: { kind: 'listing', id: slug }, verb: 'saved', detail: `version ${outcome.version}` }]
      : [],
})
