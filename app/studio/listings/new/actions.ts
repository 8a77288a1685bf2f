'use server'

import { action } from '#lib/action.ts'
import { newListingSchema } from '#lib/domain/new-listing.ts'
import { createListing } from '#lib/services/create-listing.ts'

/** Begins a listing as a draft. */
export const create = action({
  schema: newListingSchema,
  role: 'marketer',
  run: (wish, { session }) => createListing(wish, session.email),
  records: ({ slug, copyOf }) => [
    {
      subject: { kind: 'listing', id: slug },
      verb: 'created',
      detail: copyOf ? `as a copy of ${copyOf}` : undefined,
    },
  ],
})
