import type { ShopOrder } from './orders.ts'

/** Goods that were sent together; lines by the order's own ids. */
export type Parcel = {
  number: number
  lines: { id: string; quantity: number }[]
  /** ISO 8601. */
  shippedAt: string
  deliveredAt?: string
}

const iso = (time: number) => new Date(time).toISOString()

/** What is not in any parcel yet. */
export function unsent({ lines, parcels = [] }: ShopOrder): Parcel['lines'] {
  const sent = (id: string) =>
    parcels
      .flatMap(parcel => parcel.lines)
      .filter(line => line.id === id)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return lines
    .map(({ id, quantity }) => ({ id, quantity: quantity - sent(id) }))
    .filter(({ quantity }) => quantity > 0)
}

/**
 * The parcels of an order so far: those that someone sent by hand, and what is left once the retailer's pace has come
 * to it. Each arrives after twice as long again, unless someone said so before.
 */
export function parcelsOf(order: ShopOrder, now = Date.now()): Parcel[] {
  const { parcels = [], cancelledAt, placedAt, shipAfterSeconds } = order
  const pace = shipAfterSeconds * 1000
  const shipsAt = Date.parse(placedAt) + pace
  const left = cancelledAt ? [] : unsent(order)
  const own: Parcel[] =
    left.length > 0 && shipsAt <= now
      ? [{ number: parcels.length + 1, lines: left, shippedAt: iso(shipsAt) }]
      : []
  return [...parcels, ...own].map(parcel => {
    const arrives = Date.parse(parcel.shippedAt) + 2 * pace
    const deliveredAt = parcel.deliveredAt ?? (arrives <= now ? iso(arrives) : undefined)
    return { ...parcel, deliveredAt }
  })
}

/** When the order next moves on by itself, in milliseconds; undefined where it does not. */
export function nextChange(order: ShopOrder, now = Date.now()): number | undefined {
  const pace = order.shipAfterSeconds * 1000
  const times = parcelsOf(order, now)
    .filter(({ deliveredAt }) => !deliveredAt)
    .map(({ shippedAt }) => Date.parse(shippedAt) + 2 * pace)
  const shipsAt = Date.parse(order.placedAt) + pace
  if (!order.cancelledAt && shipsAt > now && unsent(order).length > 0) times.push(shipsAt)
  return times.length > 0 ? Math.min(...times) : undefined
}
