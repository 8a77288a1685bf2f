import { requestCancel } from '#lib/data/cancellations.ts'
import { getRetailer } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Order } from '#lib/domain/order.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { log } from '#lib/log.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { getOrder, type Viewer } from '#lib/services/get-order.ts'
import { startPurchase } from '#lib/services/start-purchase.ts'

/** How a shopper can cancel: through us, or on the retailer's own page for the order. */
export type CancelChoice = { by: 'us' } | { by: 'retailer'; url: string }

/** A retailer that does not say what it can do is not asked to cancel: its own page still is. */
async function takesCancellations(retailer: Retailer): Promise<boolean> {
  try {
    return (await adapterFor(retailer)).capabilities.cancel
  } catch (error) {
    log.error('retailer’s capabilities are not known', error, { retailerId: retailer.id })
    return false
  }
}

/** How this order can be cancelled now, as far as is known; only the retailer's answer is certain. */
export async function cancelChoice(order: Order): Promise<CancelChoice | undefined> {
  const { state, retailerOrder, cancelRequestedAt } = order
  if (state !== 'confirmed' || !retailerOrder || cancelRequestedAt) return undefined
  if (['shipped', 'delivered', 'cancelled'].includes(retailerOrder.status)) return undefined
  const refused = order.timeline.findLast(entry => entry.step === 'cancel-order')?.reason
  if (refused === 'cancel_too_late') return undefined
  const retailer = await getRetailer(order.retailerId)
  if (retailer && refused !== 'cancel_unavailable' && (await takesCancellations(retailer)))
    return { by: 'us' }
  return retailerOrder.url ? { by: 'retailer', url: retailerOrder.url } : undefined
}

/**
 * Has an order cancelled for one of those who may see it. The wish is on record before the retailer is asked, by the
 * order's workflow, so that no crash forgets it; the order page shows the answer. Asking twice is asking once. Throws
 * `not_found`, and `cancel_unavailable` where it cannot be cancelled through us.
 */
export async function cancelOrder(viewer: Viewer): Promise<void> {
  const order = await getOrder(viewer)
  if (order.state === 'cancelled' || order.cancelRequestedAt) return
  const choice = await cancelChoice(order)
  if (choice?.by !== 'us') throw new DomainError('cancel_unavailable')
  const requestedAt = await requestCancel(order.id)
  if (requestedAt) await startPurchase(order.id, `${order.id}-cancel-${Date.parse(requestedAt)}`)
}
