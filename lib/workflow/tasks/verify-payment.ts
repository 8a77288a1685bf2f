import { getPayment } from '#lib/data/orders.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { verifyPayment, voidPayment } from '#lib/retailers/payment.ts'
import { executionSchema, orderInputSchema } from '#lib/workflow/execution.ts'
import { undoStep } from '#lib/workflow/record-undo.ts'
import { keyFor, task } from '#lib/workflow/task.ts'

/**
 * Asks the processor to authorise the accepted amount on the shopper's token, where that processor is ours to ask. Throws `payment_missing` once the
 * token has expired, `payment_declined`, or `payment_in_review` while the bank is still checking.
 */
export const handler = task('verify-payment', orderInputSchema, async ({ orderId }, { signal }) => {
  const payment = await getPayment(orderId)
  if (!payment) throw new DomainError('payment_missing')
  if (!payment.checkedAtPlace)
    await verifyPayment({ payment, key: keyFor(orderId, 'verify-payment'), signal })
  return {}
})

/**
 * Gives the authorisation back, and makes the token worthless for a check that is still under way. A token that has
 * expired takes its authorisation with it.
 */
export const undo = task('undo-verify-payment', executionSchema, async (execution, { signal }) => {
  await undoStep(execution, 'verify-payment', async ({ id }) => {
    const payment = await getPayment(id)
    if (payment && !payment.checkedAtPlace)
      await voidPayment({ payment, key: keyFor(id, 'undo-verify-payment'), signal })
  })
  return {}
})
