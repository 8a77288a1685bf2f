import type { Route } from 'next'
import type { ListingState } from '#lib/domain/listing-state.ts'

/** What the table is narrowed to, as its address has it. */
export type TableFilter = { q?: string; category?: string; state?: ListingState }

/** The address of a page of the table. */
export function tableAddress(filter: TableFilter, after?: string): Route {
  const given = Object.entries({ ...filter, after }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  )
  return (given.length > 0 ? `/studio?${new URLSearchParams(given)}` : '/studio') as Route
}
