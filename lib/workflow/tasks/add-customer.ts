import { removeCustomerMadeBy, saveCustomer } from '#lib/data/customers.ts'
import { beginStep } from '#lib/data/orders.ts'
import type { TimelineEntry } from '#lib/domain/order.ts'
import { addInputSchema, executionSchema } from '#lib/workflow/execution.ts'
import { holdOf, undoStep } from '#lib/workflow/record-undo.ts'
import { hasBegun } from '#lib/workflow/resumption.ts'
import { now, task } from '#lib/workflow/task.ts'

/**
 * Keeps the customer: contact, address, loyalty ids, and each consent with the words that were agreed to. The same
 * write as begins the step notes the stock hold, so that a person can find it should the purchase get stuck.
 */
export const handler = task('add-customer', addInputSchema, async execution => {
  const entries: TimelineEntry[] = [
    { at: now(), step: 'initialize-order', status: 'done' },
    { at: now(), step: 'verify-payment', status: 'done' },
    { at: now(), step: 'add-customer', status: 'started' },
  ]
  const order = await beginStep(execution.orderId, entries, holdOf(execution))
  await saveCustomer({ customerId: order.customerId, order })
  return {}
})

/** Takes back what this order added; a customer known from an earlier order stays. */
export const undo = task('undo-add-customer', executionSchema, async execution => {
  await undoStep(execution, 'add-customer', async order => {
    if (hasBegun(order, 'add-customer')) await removeCustomerMadeBy(order.customerId, order)
  })
  return {}
})
