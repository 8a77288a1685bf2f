import { settleOrder } from '#lib/data/settle-order.ts'
import type { AuditEntry, OperatorAction } from '#lib/domain/audit.ts'
import { DomainError, type ErrorCode } from '#lib/domain/errors.ts'
import type { Order, OrderState } from '#lib/domain/order.ts'
import { log } from '#lib/log.ts'
import { publishOrderEvent } from '#lib/notify/publish-order-event.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'

/** Who acts, and how. */
export type Operator = { by: string; action: OperatorAction; note?: string }

/** The end an order comes to, with what is known of it. */
export type End = {
  to: 'confirmed' | 'failed' | 'cancelled'
  reason?: ErrorCode
  retailerOrder?: Order['retailerOrder']
  payload?: unknown
}

/** What is kept of an operator's act. */
export function auditEntry({ by, action, note }: Operator, outcome: AuditEntry['outcome']): AuditEntry {
  return { at: new Date().toISOString(), by, action, outcome, ...(note && { note }) }
}

/**
 * Ends an order as found out, keeps who did it, and tells the shopper. Throws `stale_version` where somebody else was
 * first.
 */
export async function endOrder(order: Order, end: End, operator: Operator): Promise<OrderState> {
  const { id: orderId, retailerId } = order
  const { to, reason, retailerOrder, payload } = end
  const settled = await settleOrder(orderId, {
    from: order.state === 'confirmed' ? 'confirmed' : 'needs_attention',
    to,
    reason,
    entries: [{ at: new Date().toISOString(), step: 'publish-status', status: 'done' }],
    retailerOrder,
    payload,
    audit: auditEntry(operator, to),
  })
  if (!settled) throw new DomainError('stale_version')
  try {
    await publishOrderEvent({ orderId, retailerId, state: to, reason })
  } catch (error) {
    // The order is due for a look until its mail is sent.
    log.error('status not published', error, { orderId })
  }
  return to
}

/** Reasons to keep for an order that turns out not to have been sold; others say only that nobody knew. */
const lasting = ['payment_declined', 'out_of_stock', 'quote_expired', 'total_changed', 'payment_missing']

/** Why an order that was never sold failed. */
export function failureReason({ reason }: Order): ErrorCode {
  return reason && lasting.includes(reason) ? reason : 'order_declined'
}

/**
 * What the retailer says became of an order, or undefined where it does not say for certain: a session that is open
 * may still hold stock. Throws `total_differs` for an order sold at another total than was accepted, and the
 * adapter's errors.
 */
export async function askEnd(
  adapter: RetailerAdapter,
  order: Order,
  signal: AbortSignal,
): Promise<End | undefined> {
  const session = order.retailerOrder
    ? ({ status: 'placed', order: order.retailerOrder } as const)
    : await adapter.getSession(order.sessionId, { signal })
  if (session.status === 'cancelled') return { to: 'failed', reason: failureReason(order) }
  if (session.status !== 'placed') return undefined
  const { order: retailerOrder, payload } = await adapter.getOrder(session.order.id, { signal })
  if (retailerOrder.status === 'cancelled') return { to: 'cancelled', retailerOrder, payload }
  if (retailerOrder.total && retailerOrder.total.amount !== order.totals.total.amount) {
    throw new DomainError('total_differs')
  }
  return { to: 'confirmed', retailerOrder, payload }
}
