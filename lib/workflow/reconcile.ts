import { deferOrder, dueOrders, finishOrder, getOrder, stopLooking } from '#lib/data/orders.ts'
import { settleOrder } from '#lib/data/settle-order.ts'
import { log } from '#lib/log.ts'
import { publishOrderEvent } from '#lib/notify/publish-order-event.ts'
import { executionName, executionStatus, startExecution } from '#lib/workflow/executions.ts'
import { now } from '#lib/workflow/task.ts'

const batchSize = 50
/** After so many executions that died, a person has to look. */
const maximumExecutions = 6
/** Milliseconds until an order that is being worked on is looked at again. */
const nextLook = 2 * 60_000

/** A retailer that never said whether it cancelled: a person has to ask. */
async function giveUpCancelling(orderId: string): Promise<void> {
  const order = await getOrder(orderId)
  if (!order?.cancelRequestedAt) return
  await settleOrder(orderId, {
    from: 'confirmed',
    to: 'needs_attention',
    reason: 'cancel_unsettled',
    entries: [{ at: now(), step: 'cancel-order', status: 'failed', reason: 'cancel_unsettled' }],
  })
}

/**
 * Starts the order's next execution unless one runs. Executions are numbered and each is started only when the
 * one before it has ended, under a name that can be taken once: two reconciles at once start one.
 */
async function reconcileOrder(orderId: string): Promise<'running' | 'started' | 'given_up'> {
  for (let nth = 1; nth <= maximumExecutions; nth += 1) {
    const name = executionName(orderId, nth)
    const status = await executionStatus(name)
    if (status === 'running') return 'running'
    if (status === 'absent') return (await startExecution(orderId, name)) ? 'started' : 'running'
  }
  await finishOrder(orderId, {
    state: 'needs_attention',
    reason: 'order_unsettled',
    entries: [{ at: now(), step: 'publish-status', status: 'failed', reason: 'internal_error' }],
  })
  await giveUpCancelling(orderId)
  const order = await getOrder(orderId)
  if (order) {
    const { state, reason, retailerId } = order
    await publishOrderEvent({ orderId, state, reason, retailerId })
  }
  // Last, so that a failure on the way brings the order back here.
  await stopLooking(orderId)
  return 'given_up'
}

/**
 * Looks after orders past their due time, oldest first: those whose workflow never started or died, those that ended
 * without their mail being sent, and those that the retailer has not yet cancelled, are started again. One order's trouble does not stop the others. Returns how many were due and how many were started.
 */
export async function reconcile(before = new Date()): Promise<{ due: number; started: number }> {
  const orderIds = await dueOrders(before.toISOString(), batchSize)
  let started = 0
  for (const orderId of orderIds) {
    try {
      const result = await reconcileOrder(orderId)
      if (result === 'started') started += 1
      if (result !== 'given_up') await deferOrder(orderId, new Date(Date.now() + nextLook).toISOString())
      if (result !== 'running') log.warn('order reconciled', { orderId, result })
    } catch (error) {
      log.error('order not reconciled', error, { orderId })
    }
  }
  return { due: orderIds.length, started }
}

/** The Lambda handler of the schedule. */
export const handler = (): Promise<{ due: number; started: number }> => reconcile()
