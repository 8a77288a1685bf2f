import { z } from 'zod'

/** What can be shown of the figures, each with a table behind it. */
export const tableIds = [
  'time',
  'retailers',
  'share',
  'products',
  'categories',
  'campaigns',
  'funnel',
  'lost',
  'pairs',
  'customers',
  'loyalty',
  'handoffs',
] as const
export const tableIdSchema = z.enum(tableIds)
export type TableId = z.infer<typeof tableIdSchema>

/** How a column's figures are written: amounts are minor units of the market's currency, shares parts of 1. */
export type ColumnKind = 'text' | 'count' | 'amount' | 'share' | 'change'
export type Column = { title: string; kind: ColumnKind }
/** A figure that cannot be given, such as a share of nothing, is null. */
export type Cell = string | number | null
export type Table = { id: TableId; title: string; columns: Column[]; rows: Cell[][] }

export const tableTitles: Record<TableId, string> = {
  time: 'Sales over time',
  retailers: 'Retailers',
  share: 'Retailers’ share of sales over time',
  products: 'Products that sold most',
  categories: 'Categories',
  campaigns: 'Campaigns',
  funnel: 'From comparing to buying',
  lost: 'Why baskets were not bought',
  pairs: 'Bought together',
  customers: 'New and returning customers',
  loyalty: 'Use of loyalty numbers',
  handoffs: 'Sent to retailers’ own sites',
}

/** A part of a whole, or null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** By how much `now` is more than `before`, as a part of `before`; null where nothing was before. */
export function changeFrom(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before
}
