import { beginStep } from '#lib/data/orders.ts'
import type { Order, Step, StockHold } from '#lib/domain/order.ts'
import { type Execution, failedStep, firstUndone, reasonOf } from '#lib/workflow/execution.ts'
import { now } from '#lib/workflow/task.ts'

/** The stock hold that this execution was told of. */
export function holdOf({ initialized }: Execution): StockHold | undefined {
  const { holdId, holdExpiresAt } = initialized ?? {}
  return holdId && holdExpiresAt ? { id: holdId, expiresAt: holdExpiresAt } : undefined
}

/**
 * Undoes a step. Before, the record learns what the retailer holds and, with the first undo, which step failed and
 * why; that the step is undone is noted only once `effect` has worked, so that a record never claims more.
 */
export async function undoStep(
  execution: Execution,
  step: Step,
  effect: (order: Order) => Promise<void>,
): Promise<void> {
  const { orderId } = execution
  const reason = reasonOf(execution.failure?.Error)
  const failed = { at: now(), step: failedStep(execution), status: 'failed', reason } as const
  const isFirst = firstUndone(execution) === step
  const order = await beginStep(orderId, isFirst ? [failed] : [], holdOf(execution))
  await effect(order)
  const letGo = step === 'initialize-order' ? null : undefined
  await beginStep(orderId, [{ at: now(), step, status: 'undone' }], letGo)
}
