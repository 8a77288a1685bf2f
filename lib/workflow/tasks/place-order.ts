import { beginStep, getPayment, markUnknown } from '#lib/data/orders.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { isEnded, type Order, type RetailerOrder } from '#lib/domain/order.ts'
import type { Placement, RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { orderInputSchema } from '#lib/workflow/execution.ts'
import { isRepeat, Resumption } from '#lib/workflow/resumption.ts'
import { keyFor, now, task } from '#lib/workflow/task.ts'

type Answer = Placement | { status: 'open' }

/** An error here says nothing about what the retailer did, so it reads as `unknown`. */
async function heard(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    const ambiguous = ['retailer_unreachable', 'retailer_slow'] as const
    if (isDomainError(error) && !ambiguous.some(code => code === error.code)) throw error
    return { status: 'unknown' }
  }
}

/** What an earlier try came to: `open` means that the retailer has not sold. */
async function askSession(adapter: RetailerAdapter, order: Order, signal: AbortSignal): Promise<Answer> {
  const session = await adapter.getSession(order.sessionId, { signal })
  if (session.status === 'cancelled') return { status: 'declined' }
  if (session.status === 'in_progress' || session.status === 'gone') return { status: 'unknown' }
  return session
}

/** The order where the retailer sold it; throws where it did not, or where nobody knows. */
async function settle(orderId: string, answer: Answer): Promise<RetailerOrder> {
  if (answer.status === 'placed') return answer.order
  if (answer.status === 'out_of_stock') throw new DomainError('out_of_stock')
  if (answer.status === 'declined') throw new DomainError('payment_declined')
  // A retailer that wants the shopper on its own page is a refusal until the site can take them there.
  if (answer.status === 'escalate') throw new DomainError('order_declined')
  await markUnknown(orderId, [])
  throw new DomainError('order_unsettled')
}

/** Without the order's page at the retailer: such a URL can carry a key. */
function output(retailerId: string, { id, number, status, asOf }: RetailerOrder) {
  return { retailerId, retailerOrderId: id, number, status, asOf }
}

/**
 * Tells the retailer to sell. Any try after the first asks the retailer what it holds before repeating itself.
 * Throws `out_of_stock`, `payment_declined` or `order_declined` where the retailer did not sell, and
 * `order_unsettled`, with the order's state `unknown`, where nobody knows yet.
 */
export const handler = task('place-order', orderInputSchema, async ({ orderId }, { signal }) => {
  const at = now()
  const order = await beginStep(orderId, [
    { at, step: 'add-customer', status: 'done' },
    { at, step: 'place-order', status: 'started' },
  ])
  if (isEnded(order.state)) throw new Resumption('order_ended')
  const { retailer, adapter } = await adapterOf(order.retailerId)
  if (isRepeat(order, 'place-order', at)) {
    const earlier = await heard(askSession(adapter, order, signal))
    if (earlier.status !== 'open') return output(retailer.id, await settle(orderId, earlier))
  }
  const payment = await getPayment(orderId)
  if (!adapter.payment) throw new DomainError('retailer_refused')
  if (!payment) throw new DomainError('payment_missing')
  const answer = await heard(
    adapter.place(
      {
        sessionId: order.sessionId,
        reference: order.id,
        total: order.totals.total,
        payment: { token: payment.token, handlerId: adapter.payment.handlerId },
      },
      { key: keyFor(orderId, 'place-order'), signal },
    ),
  )
  return output(retailer.id, await settle(orderId, answer))
})
