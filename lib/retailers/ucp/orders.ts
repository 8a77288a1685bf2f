import { money } from '#lib/domain/money.ts'
import type { RetailerOrder } from '#lib/domain/order.ts'
import { webAddress } from '#lib/domain/retailer-page.ts'
import type { SessionState } from '#lib/retailers/contract.ts'
import type { WireCheckout, WireOrder } from './shapes.ts'

/** The order inside a completed session: under `order.id`, or `order_id` at either level as some servers have it. */
export function confirmedOrder(session: WireCheckout, now = new Date()): RetailerOrder | undefined {
  const id = session.order?.id ?? session.order?.order_id ?? session.order_id
  if (!id) return undefined
  const total = session.totals.find(entry => entry.type === 'total')
  return {
    id,
    number: session.order?.label ?? id,
    url: webAddress(session.order?.permalink_url) ?? '',
    status: 'processing',
    ...(total && { total: money(total.amount, session.currency.toUpperCase()) }),
    asOf: now.toISOString(),
  }
}

/** What a session's status means to us. Completed without an order id is still in progress: ask again. */
export function sessionState(session: WireCheckout): SessionState {
  if (session.status === 'completed') {
    const order = confirmedOrder(session)
    return order ? { status: 'placed', order } : { status: 'in_progress' }
  }
  if (session.status === 'complete_in_progress') return { status: 'in_progress' }
  if (session.status === 'canceled' || session.status === 'cancelled') return { status: 'cancelled' }
  if (session.status === 'requires_escalation' && session.continue_url) {
    const { continue_url: url, expires_at: expiresAt } = session
    return { status: 'escalate', url, ...(expiresAt && { expiresAt }) }
  }
  return { status: 'open' }
}

/** The retailer's order as last heard; its status is the latest fulfilment event's, or what its lines say. */
export function readOrder(order: WireOrder, now = new Date()): RetailerOrder {
  const events = order.fulfillment?.events ?? []
  const last = events.toSorted((a, b) => a.occurred_at.localeCompare(b.occurred_at)).at(-1)
  const removed = order.line_items.length > 0 && order.line_items.every(line => line.status === 'removed')
  const total = order.totals.find(entry => entry.type === 'total')
  return {
    id: order.id,
    number: order.label ?? order.id,
    url: webAddress(order.permalink_url) ?? '',
    status: removed ? 'cancelled' : (last?.type ?? 'processing'),
    ...(total && { total: money(total.amount, order.currency.toUpperCase()) }),
    asOf: now.toISOString(),
  }
}
