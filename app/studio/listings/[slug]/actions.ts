'use server'

import { updateTag } from 'next/cache'
import { action } from '#lib/action.ts'
import { listingEditInputSchema } from '#lib/domain/listing-edit.ts'
import { editListing } from '#lib/services/edit-listing.ts'

/** Saves an edit and drops every prerendered page that showed the listing. */
export const saveEdit = action({
  schema: listingEditInputSchema,
  role: 'marketer',
  run: async ({ slug, ...edit }, { session }) => {
    const outcome = await editListing({ slug, edit, editedBy: session.email })
    if (outcome.status === 'saved') {
      updateTag(`listing:${slug}`)
      for (const category of outcome.categories) updateTag(`category:${category}`)
      updateTag('listings')
    }
    return outcome
  },
  records: ({ slug }, outcome) =>
    outcome.status === 'saved'
      ? [{ subject: { kind: 'listing', id: slug }, verb: 'saved', detail: `version ${outcome.version}` }]
      : [],
})
