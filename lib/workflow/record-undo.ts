import { beginStep } from '#lib/data/orders.ts'
import type { Order, Step, TimelineEntry } from '#lib/domain/order.ts'
import { type Execution, failedStep, firstUndone, reasonOf } from '#lib/workflow/execution.ts'
import { now } from '#lib/workflow/task.ts'

/** Notes on the order that `step` is undone; the first undo also notes which step failed and why. */
export function recordUndo(execution: Execution, step: Step): Promise<Order> {
  const reason = reasonOf(execution.failure?.Error)
  const undone: TimelineEntry = { at: now(), step, status: 'undone' }
  const failed: TimelineEntry = { at: now(), step: failedStep(execution), status: 'failed', reason }
  const isFirst = firstUndone(execution) === step
  return beginStep(execution.orderId, isFirst ? [failed, undone] : [undone])
}
