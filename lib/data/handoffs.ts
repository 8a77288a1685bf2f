import { Entity } from 'electrodb'
import { day } from '#lib/data/expiry.ts'
import { claimKey } from '#lib/data/keys.ts'
import { storage } from '#lib/data/table.ts'

/** How many carts were handed to a retailer's own site on a day. No order, and no sale: nobody here knows if it became one. */
const handoffCountItem = new Entity(
  {
    model: { entity: 'handoffCount', version: '1', service: 'brandfront' },
    attributes: {
      retailerId: { type: 'string', required: true },
      /** ISO 8601 date, UTC. */
      day: { type: 'string', required: true },
      carts: { type: 'number', required: true, default: 0 },
      items: { type: 'number', required: true, default: 0 },
    },
    indexes: {
      count: {
        pk: { field: 'pk', composite: ['retailerId'], casing: 'none' },
        sk: { field: 'sk', composite: ['day'], casing: 'none' },
      },
    },
  },
  storage,
)

/**
 * Counts a cart with `items` single items as handed to a retailer today. The same cart, unchanged, counts once a day
 * however often its link is followed; that it was counted is forgotten after a day. Two requests.
 */
export async function countHandoff(handoff: {
  retailerId: string
  cart: { id: string; version: number }
  items: number
}): Promise<void> {
  const { retailerId, cart, items } = handoff
  const isNew = await claimKey('handoff', `${retailerId}/${cart.id}/${cart.version}`, day)
  if (!isNew) return
  const today = new Date().toISOString().slice(0, 10)
  await handoffCountItem.update({ retailerId, day: today }).add({ carts: 1, items }).go()
}

/** Carts and items handed to a retailer's own site, by day, from `from` to `to` (ISO 8601 dates, both included). One Query. */
export async function listHandoffCounts(
  retailerId: string,
  { from, to }: { from: string; to: string },
): Promise<{ day: string; carts: number; items: number }[]> {
  const { data } = await handoffCountItem.query
    .count({ retailerId })
    .between({ day: from }, { day: to })
    .go({ pages: 'all' })
  return data.map(({ day: date, carts, items }) => ({ day: date, carts, items }))
}
