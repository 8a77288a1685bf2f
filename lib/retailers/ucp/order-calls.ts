import { DomainError } from '#lib/domain/errors.ts'
import type { Call, Cancellation, RetailerReport } from '#lib/retailers/contract.ts'
import { readAfterSale } from './after-sale.ts'
import type { Send } from './client.ts'
import { readOrder } from './orders.ts'
import { problem, read } from './problems.ts'
import { orderShape, type WireOrder } from './shapes.ts'

const path = (retailerOrderId: string, rest = '') => `/orders/${encodeURIComponent(retailerOrderId)}${rest}`

function reportOf(order: WireOrder, payload: unknown): RetailerReport {
  const reference = order.attribution?.platform_order_id
  return { order: readOrder(order), payload, afterSale: readAfterSale(order), reference }
}

/** The retailer's order as a webhook brings it. Throws a ZodError for what is none. */
export function readReport(payload: unknown): RetailerReport {
  return reportOf(orderShape.parse(payload), payload)
}

/** The retailer's order as it stands, with its full answer. Throws `not_found`. */
export async function fetchOrder(
  send: Send,
  retailerOrderId: string,
  signal: AbortSignal,
): Promise<RetailerReport> {
  const answer = await send('GET', path(retailerOrderId), { signal })
  if (answer.status === 404) throw new DomainError('not_found')
  return reportOf(read(orderShape, answer), answer.body)
}

/**
 * The protocol has no way to cancel an order (2026-04-08); the sandbox retailers offer one as the vendor capability
 * `com.sandbox.order_cancel`. A conflict is looked into: the order may have been cancelled before.
 */
export async function cancelOrder(send: Send, retailerOrderId: string, call: Call): Promise<Cancellation> {
  const answer = await send('POST', path(retailerOrderId, '/cancel'), { ...call, body: {} })
  if (answer.status === 409) {
    const { order } = await fetchOrder(send, retailerOrderId, call.signal)
    return order.status === 'cancelled' ? { status: 'cancelled', order } : { status: 'too_late' }
  }
  if (answer.status === 404 || answer.status === 405)
    throw new DomainError('retailer_refused', { cause: problem(answer) })
  const order = readOrder(read(orderShape, answer))
  // A success that did not cancel: asking again will tell.
  if (order.status !== 'cancelled') throw new DomainError('retailer_unreachable')
  return { status: 'cancelled', order }
}
