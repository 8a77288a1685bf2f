import { recordCapture } from '#lib/data/orders.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { captureInputSchema } from '#lib/workflow/execution.ts'
import { now, task } from '#lib/workflow/task.ts'

/**
 * Fetches the retailer's own record of the order and keeps it whole, compressed, beside ours. Throws `total_differs`
 * where the retailer's total is not the one the shopper accepted.
 */
export const handler = task('capture-order', captureInputSchema, async ({ orderId, placed }, { signal }) => {
  const { adapter } = await adapterOf(placed.retailerId)
  const { order, payload } = await adapter.getOrder(placed.retailerOrderId, { signal })
  const { totals } = await recordCapture(orderId, order, payload, [
    { at: now(), step: 'place-order', status: 'done' },
    { at: now(), step: 'capture-order', status: 'done' },
  ])
  if (order.total && order.total.amount !== totals.total.amount) throw new DomainError('total_differs')
  return {}
})
