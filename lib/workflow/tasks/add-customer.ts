import { removeCustomerMadeBy, saveCustomer } from '#lib/data/customers.ts'
import { beginStep } from '#lib/data/orders.ts'
import { executionSchema, orderInputSchema } from '#lib/workflow/execution.ts'
import { recordUndo } from '#lib/workflow/record-undo.ts'
import { now, task } from '#lib/workflow/task.ts'

/** Keeps the customer: contact, address, loyalty ids, and each consent with the words that were agreed to. */
export const handler = task('add-customer', orderInputSchema, async ({ orderId }) => {
  const order = await beginStep(orderId, [
    { at: now(), step: 'initialize-order', status: 'done' },
    { at: now(), step: 'verify-payment', status: 'done' },
    { at: now(), step: 'add-customer', status: 'started' },
  ])
  await saveCustomer({ customerId: order.customerId, order })
  return {}
})

/** Takes back what this order added; a customer known from an earlier order stays. */
export const undo = task('undo-add-customer', executionSchema, async execution => {
  const order = await recordUndo(execution, 'add-customer')
  await removeCustomerMadeBy(order.customerId, order)
  return {}
})
