import { beginStep, getOrder, markAnswered, markReminded } from '#lib/data/orders.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { isEnded, type Order } from '#lib/domain/order.ts'
import { publishOrderEvent } from '#lib/notify/publish-order-event.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { orderInputSchema } from '#lib/workflow/execution.ts'
import { Resumption } from '#lib/workflow/resumption.ts'
import { now, task } from '#lib/workflow/task.ts'

/** After so many milliseconds the shopper may have closed the page, and is mailed. */
const reminderAfter = 45_000
/** So long after the time is up the retailer is still asked what became of the session, should it not answer. */
const grace = 10 * 60_000

async function remind({ id: orderId, retailerId, escalation }: Order): Promise<void> {
  if (!escalation || escalation.remindedAt || Date.now() < Date.parse(escalation.since) + reminderAfter)
    return
  await publishOrderEvent({ orderId, retailerId, state: 'awaiting_shopper' })
  await markReminded(orderId, { ...escalation, remindedAt: now() })
}

/**
 * Looks whether the shopper has been to the retailer's page: `answered` once the session no longer waits for that,
 * whatever came of it, which PlaceOrder finds out. Throws `shopper_absent` when the time is up and nothing was sold.
 */
export const handler = task('await-shopper', orderInputSchema, async ({ orderId }, { signal }) => {
  const order = await getOrder(orderId)
  if (!order) throw new DomainError('not_found')
  if (isEnded(order.state)) throw new Resumption('order_ended')
  const { adapter } = await adapterOf(order.retailerId)
  const late = Date.now() - Date.parse(order.escalation?.until ?? order.createdAt)
  try {
    const session = await adapter.getSession(order.sessionId, { signal })
    if (session.status === 'escalate' && late < 0) {
      await remind(order)
      return { status: 'waiting' }
    }
    await markAnswered(orderId)
    if (session.status !== 'escalate') return { status: 'answered' }
  } catch (error) {
    if (late < grace) throw error
    throw new DomainError('order_unsettled', { cause: error })
  }
  const failed = { at: now(), step: 'place-order', status: 'failed', reason: 'shopper_absent' } as const
  await beginStep(orderId, [failed])
  throw new DomainError('shopper_absent')
})
