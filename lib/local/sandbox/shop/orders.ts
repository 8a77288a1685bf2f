import { get, list } from '#lib/local/sandbox/store.ts'
import type { Total } from './price.ts'
import { envelope, refuse } from './protocol.ts'
import { type Destination, ordersOf, referencesOf, type SessionLine } from './session.ts'

/** An order as the retailer keeps it. */
export type ShopOrder = {
  id: string
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
  /** ISO 8601. */
  cancelledAt?: string
  refundedAt?: string
}

const orderStatuses = ['processing', 'shipped', 'delivered'] as const

/** When an order reached each status so far, given the retailer's pace. ISO 8601. */
export function progress(order: ShopOrder, now = Date.now()): { status: string; at: string }[] {
  const placed = Date.parse(order.placedAt)
  if (order.cancelledAt) {
    return [
      { status: 'processing', at: order.placedAt },
      { status: 'cancelled', at: order.cancelledAt },
    ]
  }
  return [0, 1, 3]
    .map((step, index) => ({
      status: orderStatuses[index] as string,
      time: placed + step * order.shipAfterSeconds * 1000,
    }))
    .filter(({ time }) => time <= now)
    .map(({ status, time }) => ({ status, at: new Date(time).toISOString() }))
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
function adjustments({ id, cancelledAt, refundedAt, totals }: ShopOrder) {
  if (!cancelledAt) return []
  const total = totals.find(entry => entry.type === 'total')?.amount ?? 0
  const refund = { type: 'total', amount: 0 - total }
  return [
    { id: `${id}-cancellation`, type: 'cancellation', occurred_at: cancelledAt, status: 'completed' },
    {
      id: `${id}-refund`,
      type: 'refund',
      occurred_at: refundedAt ?? cancelledAt,
      status: refundedAt ? 'completed' : 'pending',
      totals: [refund],
    },
  ]
}

/** An order as the protocol shows it (schemas/shopping/order.json). */
export function presentOrder(base: string, order: ShopOrder) {
  const steps = progress(order)
  const isDelivered = steps.some(step => step.status === 'delivered')
  const lines = order.lines.map(line => ({ id: line.id, quantity: line.quantity }))
  const { id: _, ...destination } = order.destination
  const tracking = {
    tracking_number: `${order.label}-1`,
    tracking_url: `${base}/orders/${order.id}#parcel`,
    carrier: order.carrier,
  }
  return {
    ucp: envelope,
    id: order.id,
    label: order.label,
    checkout_id: order.sessionId,
    permalink_url: `${base}/orders/${order.id}`,
    currency: 'USD',
    line_items: order.lines.map(line => ({
      id: line.id,
      item: { id: line.sku, title: line.title, price: line.price },
      quantity: {
        original: line.quantity,
        total: order.cancelledAt ? 0 : line.quantity,
        fulfilled: isDelivered ? line.quantity : 0,
      },
      totals: [
        { type: 'subtotal', amount: line.price * line.quantity },
        { type: 'total', amount: line.price * line.quantity },
      ],
      status: order.cancelledAt ? 'removed' : isDelivered ? 'fulfilled' : 'processing',
    })),
    fulfillment: {
      expectations: [{ id: 'parcel', line_items: lines, method_type: 'shipping', destination }],
      events: steps.map(({ status, at }) => ({
        id: `${order.id}-${status}`,
        occurred_at: at,
        type: status,
        line_items: lines,
        ...((status === 'shipped' || status === 'delivered') && tracking),
      })),
    },
    adjustments: adjustments(order),
    totals: order.totals,
    ...(order.attribution && { attribution: order.attribution }),
  }
}
