import { beginStep } from '#lib/data/orders.ts'
import type { Order, Step, StockHold } from '#lib/domain/order.ts'
import { type Execution, failedStep, reasonOf } from '#lib/workflow/execution.ts'
import { hasBegun, Resumption, standingOf } from '#lib/workflow/resumption.ts'
import { now } from '#lib/workflow/task.ts'

/** The stock hold that this execution was told of. */
export function holdOf({ initialized }: Execution): StockHold | undefined {
  const { holdId, holdExpiresAt } = initialized ?? {}
  return holdId && holdExpiresAt ? { id: holdId, expiresAt: holdExpiresAt } : undefined
}

/** Notes, before anything is undone, at which step the purchase turned back and why. */
async function turnBack(execution: Execution, order: Order): Promise<void> {
  const standing = standingOf(order)
  if (standing === 'order_undoing') return
  // InitializeOrder never said how the order stands: with the retailer, or at its end, it is not undone.
  if (standing && !execution.initialized) throw new Resumption(standing)
  const reason = reasonOf(execution.failure?.Error)
  await beginStep(order.id, [{ at: now(), step: failedStep(execution), status: 'failed', reason }])
}

/**
 * Undoes a step, should it have been begun: `effect` must be harmless where it was not. Before, the record learns what
 * the retailer holds and, with the first undo, which step failed and why; that the step is undone is noted only once
 * `effect` has worked, so that a record never claims more. Throws a Resumption where the order stands elsewhere.
 */
export async function undoStep(
  execution: Execution,
  step: Step,
  effect: (order: Order) => Promise<void>,
): Promise<void> {
  const { orderId } = execution
  const order = await beginStep(orderId, [], holdOf(execution))
  await turnBack(execution, order)
  await effect(order)
  const undone = { at: now(), step, status: 'undone' } as const
  if (hasBegun(order, step))
    await beginStep(orderId, [undone], step === 'initialize-order' ? null : undefined)
}
