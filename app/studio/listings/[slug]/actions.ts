'use server'

import { updateTag } from 'next/cache'
import { action } from '#lib/action.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { listingEditInputSchema } from '#lib/domain/listing-edit.ts'
import { editListing } from '#lib/services/edit-listing.ts'

/** Saves an edit and drops every prerendered page that showed the listing. */
export const saveEdit = action({
  schema: listingEditInputSchema,
  role: 'marketer',
  run: async ({ slug, ...edit }, { session }) => {
    if (!session) throw new DomainError('not_signed_in')
    const outcome = await editListing({ slug, edit, editedBy: session.email })
    if (outcome.status === 'saved') {
      updateTag(`listing:${slug}`)
      for (const category of outcome.categories) updateTag(`category:${category}`)
      updateTag('listings')
    }
    return outcome
  },
})
