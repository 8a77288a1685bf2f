'use server'

import { renewPages } from '#app/studio/renew.ts'
import { action } from '#lib/action.ts'
import { importRowsSchema } from '#lib/domain/listing-import.ts'
import { importListings } from '#lib/services/import-listings.ts'

/** Looks at rows of a file or brings them in, as `apply` says; the shop shows them at once. */
export const bringIn = action({
  schema: importRowsSchema,
  role: 'marketer',
  run: async ({ rows, apply }, { session }) => {
    const { outcomes, categories } = await importListings(rows, { apply, by: session.email })
    const written = outcomes.filter(each => each.outcome === 'created' || each.outcome === 'changed')
    if (!apply || written.length === 0) return outcomes
    await renewPages(
      written.map(({ slug }) => slug),
      categories,
    )
    return outcomes
  },
  records: ({ apply }, outcomes) =>
    outcomes.flatMap(({ slug, outcome, line }) => {
      if (!apply || outcome === 'refused' || outcome === 'unchanged') return []
      const verb = outcome === 'created' ? 'created' : 'saved'
      return [{ subject: { kind: 'listing', id: slug }, verb, detail: `from line ${line} of a file` }]
    }),
})
