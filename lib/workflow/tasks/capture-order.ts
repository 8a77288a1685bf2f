import { recordCapture } from '#lib/data/orders.ts'
import { log } from '#lib/log.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { captureInputSchema } from '#lib/workflow/execution.ts'
import { now, task } from '#lib/workflow/task.ts'

/** Fetches the retailer's own record of the order and keeps it whole, compressed, beside ours. */
export const handler = task('capture-order', captureInputSchema, async ({ orderId, placed }, { signal }) => {
  const { adapter } = await adapterOf(placed.retailerId)
  const { order, payload } = await adapter.getOrder(placed.retailerOrderId, { signal })
  await recordCapture(orderId, order, payload, [
    { at: now(), step: 'place-order', status: 'done' },
    { at: now(), step: 'capture-order', status: 'done' },
  ])
  log.info('order captured', { orderId, retailerId: placed.retailerId, status: order.status })
  return {}
})
