import { finishOrder, getOrder, recordCapture } from '#lib/data/orders.ts'
import { DomainError, type ErrorCode } from '#lib/domain/errors.ts'
import type { Order, TimelineEntry } from '#lib/domain/order.ts'
import { publishOrderEvent } from '#lib/notify/publish-order-event.ts'
import {
  type Execution,
  executionSchema,
  failedStep,
  isRefusedAtStart,
  reasonOf,
} from '#lib/workflow/execution.ts'
import { now, task } from '#lib/workflow/task.ts'

async function recorded(orderId: string): Promise<Order> {
  const order = await getOrder(orderId)
  if (!order) throw new DomainError('not_found')
  return order
}

/** An undoing that an earlier execution began left its reason on the order. */
async function reasonFor(execution: Execution): Promise<ErrorCode> {
  if (execution.outcome?.reason) return execution.outcome.reason
  if (execution.failure?.Error !== 'order_undoing') return reasonOf(execution.failure?.Error)
  const { timeline } = await recorded(execution.orderId)
  return timeline.findLast(entry => entry.status === 'failed')?.reason ?? 'internal_error'
}

async function publishRecorded(orderId: string) {
  const { state, reason, retailerId } = await recorded(orderId)
  await publishOrderEvent({ orderId, state, reason, retailerId })
  return { state }
}

/** The retailer has the order though its record could not be fetched: keep what PlaceOrder returned. */
async function keepPlacement({ orderId, placed }: Execution): Promise<void> {
  if (!placed) return
  const { retailerOrderId: id, number, status, asOf } = placed
  await recordCapture(orderId, { id, number, url: '', status, asOf }, undefined, [
    { at: now(), step: 'place-order', status: 'done' },
  ])
}

/**
 * Writes how the purchase ended, deletes its payment token, and tells subscribers. Safe to repeat: an order that
 * has ended keeps its state, and the event goes out again under the same id.
 */
export const handler = task('publish-status', executionSchema, async execution => {
  const { orderId, outcome } = execution
  if (!outcome) throw new DomainError('invalid_input')
  if (outcome.state === 'as_recorded') return publishRecorded(orderId)
  if (outcome.captured === false) await keepPlacement(execution)
  const { state } = outcome
  const reason = state === 'confirmed' ? undefined : await reasonFor(execution)
  const entries: TimelineEntry[] = [{ at: now(), step: 'publish-status', status: 'done' }]
  const turnedBack = reason && execution.failure?.Error !== 'order_undoing'
  if (turnedBack && (state === 'needs_attention' || isRefusedAtStart(execution))) {
    entries.unshift({ at: now(), step: failedStep(execution), status: 'failed', reason })
  }
  const { placed } = execution
  const standing = await finishOrder(orderId, {
    state,
    reason,
    entries,
    retailerOrder: placed && { id: placed.retailerOrderId, number: placed.number },
  })
  if (standing !== state) return publishRecorded(orderId)
  const retailerId =
    placed?.retailerId ?? execution.initialized?.retailerId ?? (await recorded(orderId)).retailerId
  await publishOrderEvent({ orderId, state, reason, retailerId })
  return { state }
})
