import { get, list } from '#lib/local/sandbox/store.ts'
import { type Parcel, parcelsOf, unsent } from './parcels.ts'
import type { Total } from './price.ts'
import { envelope, refuse } from './protocol.ts'
import { type Destination, ordersOf, referencesOf, type SessionLine } from './session.ts'

/** An order as the retailer keeps it. */
export type ShopOrder = {
  id: string
  version: number
  /** What the shopper reads out on the phone. */
  label: string
  sessionId: string
  /** The platform's order id. */
  reference?: string
  placedAt: string
  lines: SessionLine[]
  totals: Total[]
  destination: Destination
  carrier: string
  chargeId: string
  attribution?: Record<string, string>
  marketing: boolean
  shipAfterSeconds: number
  /** The profile of the platform that bought it, which is where reports go. */
  platform?: string
  /** What someone sent or said to be delivered before the retailer's own pace came to it. */
  parcels?: Parcel[]
  /** Money given back for a part, in cents. */
  refunds?: { id: string; at: string; amount: number; lineId: string }[]
  /** ISO 8601. */
  cancelledAt?: string
  refundedAt?: string
}

/** When an order reached each status so far: `shipped` with its first parcel, `delivered` with all of it. ISO 8601. */
export function progress(order: ShopOrder, now = Date.now()): { status: string; at: string }[] {
  const steps = [{ status: 'processing', at: order.placedAt }]
  if (order.cancelledAt) return [...steps, { status: 'cancelled', at: order.cancelledAt }]
  const parcels = parcelsOf(order, now)
  const [first] = parcels
  if (first) steps.push({ status: 'shipped', at: first.shippedAt })
  const arrivals = parcels.flatMap(({ deliveredAt }) => deliveredAt ?? [])
  const isAllSent = unsent({ ...order, parcels }).length === 0
  const last = arrivals.toSorted().at(-1)
  if (last && isAllSent && arrivals.length === parcels.length) steps.push({ status: 'delivered', at: last })
  return steps
}

/** Throws 404 where there is no such order. */
export async function orderById(shopId: string, id: string): Promise<ShopOrder> {
  const order = await get<ShopOrder>(ordersOf(shopId), id)
  return order ?? refuse(404, 'not_found', 'There is no such order.')
}

export const recentOrders = (shopId: string, limit = 50) =>
  list<ShopOrder>(ordersOf(shopId), { newestFirst: true, limit })

/** All orders, or those that name a platform's order id: more than one would be a sale made twice. */
export async function ordersFor(shopId: string, reference: string | null): Promise<ShopOrder[]> {
  if (!reference) return list<ShopOrder>(ordersOf(shopId))
  const found = await list<{ orderId: string }>(referencesOf(shopId), { prefix: `${reference}#` })
  return Promise.all(found.map(({ orderId }) => orderById(shopId, orderId)))
}

/** What changed after the sale (schemas/shopping/types/adjustment.json). */
function adjustments({ id, cancelledAt, refundedAt, refunds = [], lines, totals }: ShopOrder) {
  const partial = refunds.map(refund => ({
    id: refund.id,
    type: 'refund',
    occurred_at: refund.at,
    status: 'completed' as const,
    line_items: [{ id: refund.lineId, quantity: -1 }],
    totals: [{ type: 'total', amount: 0 - refund.amount }],
    description: 'Came broken',
  }))
  if (!cancelledAt) return partial
  const total = totals.find(entry => entry.type === 'total')?.amount ?? 0
  const given = refunds.reduce((sum, { amount }) => sum + amount, 0)
  const all = lines.map(line => ({ id: line.id, quantity: 0 - line.quantity }))
  return [
    ...partial,
    {
      id: `${id}-cancellation`,
      type: 'cancellation',
      occurred_at: cancelledAt,
      status: 'completed' as const,
      line_items: all,
    },
    {
      id: `${id}-refund`,
      type: 'refund',
      occurred_at: refundedAt ?? cancelledAt,
      status: refundedAt ? ('completed' as const) : ('pending' as const),
      totals: [{ type: 'total', amount: given - total }],
    },
  ]
}

/** What happened to each parcel (schemas/shopping/types/fulfillment_event.json). */
function events(base: string, order: ShopOrder, parcels: Parcel[]) {
  const all = order.lines.map(({ id, quantity }) => ({ id, quantity }))
  const accepted = {
    id: `${order.id}-processing`,
    occurred_at: order.placedAt,
    type: 'processing',
    line_items: all,
  }
  const ofParcels = parcels.flatMap(({ number, lines, shippedAt, deliveredAt }) => {
    const of = (type: string, occurred_at: string) => ({
      id: `${order.id}-${number}-${type}`,
      occurred_at,
      type,
      line_items: lines,
      tracking_number: `${order.label}-${number}`,
      tracking_url: `${base}/orders/${order.id}#parcel-${number}`,
      carrier: order.carrier,
    })
    return [of('shipped', shippedAt), ...(deliveredAt ? [of('delivered', deliveredAt)] : [])]
  })
  return [accepted, ...ofParcels]
}

/** An order as the protocol shows it (schemas/shopping/order.json). */
export function presentOrder(base: string, order: ShopOrder) {
  const parcels = parcelsOf(order)
  const lines = order.lines.map(({ id, quantity }) => ({ id, quantity }))
  const { id: _, ...destination } = order.destination
  const arrived = (id: string) =>
    parcels
      .filter(({ deliveredAt }) => deliveredAt)
      .flatMap(parcel => parcel.lines)
      .filter(line => line.id === id)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    ucp: envelope,
    id: order.id,
    label: order.label,
    checkout_id: order.sessionId,
    permalink_url: `${base}/orders/${order.id}`,
    currency: 'USD',
    line_items: order.lines.map(line => {
      const fulfilled = arrived(line.id)
      const reached = fulfilled === line.quantity ? 'fulfilled' : fulfilled > 0 ? 'partial' : 'processing'
      return {
        id: line.id,
        item: { id: line.sku, title: line.title, price: line.price },
        quantity: { original: line.quantity, total: order.cancelledAt ? 0 : line.quantity, fulfilled },
        totals: [
          { type: 'subtotal', amount: line.price * line.quantity },
          { type: 'total', amount: line.price * line.quantity },
        ],
        status: order.cancelledAt ? 'removed' : reached,
      }
    }),
    fulfillment: {
      expectations: [{ id: 'parcel', line_items: lines, method_type: 'shipping', destination }],
      events: events(base, order, parcels),
    },
    adjustments: adjustments(order),
    totals: order.totals,
    ...(order.attribution && { attribution: order.attribution }),
  }
}
