import { refuseCancel } from '#lib/data/cancellations.ts'
import { getOrder } from '#lib/data/orders.ts'
import { settleOrder } from '#lib/data/settle-order.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { RetailerOrder } from '#lib/domain/order.ts'
import type { Cancellation, RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { orderInputSchema } from '#lib/workflow/execution.ts'
import { keyFor, now, task } from '#lib/workflow/task.ts'

type Answer = Cancellation | { status: 'unavailable' }

async function ask(
  adapter: RetailerAdapter,
  { id }: RetailerOrder,
  call: { key: string; signal: AbortSignal },
): Promise<Answer> {
  if (!adapter.capabilities.cancel) return { status: 'unavailable' }
  try {
    return await adapter.cancelOrder(id, call)
  } catch (error) {
    if (isDomainError(error, 'retailer_refused')) return { status: 'unavailable' }
    throw error
  }
}

/**
 * Asks the retailer to cancel what the shopper wants cancelled. Its answer is the one outcome: cancelled, or sold for
 * good. Throws while there is no answer; the wish stays on record, and is asked again.
 */
export const handler = task('cancel-order', orderInputSchema, async ({ orderId }, { signal }) => {
  const order = await getOrder(orderId)
  if (!order?.cancelRequestedAt || !order.retailerOrder) return {}
  const { adapter } = await adapterOf(order.retailerId)
  const call = { key: keyFor(orderId, 'cancel-order'), signal }
  const answer = await ask(adapter, order.retailerOrder, call)
  if (answer.status === 'cancelled') {
    await settleOrder(orderId, {
      from: 'confirmed',
      to: 'cancelled',
      entries: [{ at: now(), step: 'cancel-order', status: 'done' }],
      retailerOrder: { ...order.retailerOrder, ...answer.order },
    })
  } else {
    await refuseCancel(orderId, answer.status === 'too_late' ? 'cancel_too_late' : 'cancel_unavailable')
  }
  return {}
})
