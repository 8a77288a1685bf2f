import { beginStep, getPayment, markAwaiting, markUnknown } from '#lib/data/orders.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { isEnded, type Order, type RetailerOrder } from '#lib/domain/order.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { isRetailersPage } from '#lib/domain/retailer-page.ts'
import { log } from '#lib/log.ts'
import type { Escalate, Placement, RetailerAdapter } from '#lib/retailers/contract.ts'
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

/** How long a purchase waits for the shopper, at most. */
const longestWait = 20 * 60_000

/** The retailer wants the shopper first: notes where and how long, and sends the state machine to wait. */
async function sendShopper(order: Order, retailer: Retailer, { url, expiresAt }: Escalate): Promise<never> {
  if (!isRetailersPage(url, retailer)) {
    log.warn('shopper wanted on a page that is not the retailer’s', {
      orderId: order.id,
      retailerId: retailer.id,
    })
    throw new DomainError('order_declined')
  }
  const since = order.escalation?.since ?? now()
  const latest = Date.parse(since) + longestWait
  const until = new Date(Math.min(latest, Date.parse(expiresAt ?? '') || latest)).toISOString()
  await markAwaiting(order.id, { ...order.escalation, url, since, until })
  throw new Resumption('shopper_needed')
}

/** The order where the retailer sold it; throws where it did not, where it wants the shopper, or where nobody knows. */
async function settle(order: Order, retailer: Retailer, answer: Answer): Promise<RetailerOrder> {
  if (answer.status === 'placed') return answer.order
  if (answer.status === 'out_of_stock') throw new DomainError('out_of_stock')
  // After a visit to the retailer's page the shopper may have changed their mind there.
  if (answer.status === 'declined')
    throw new DomainError(order.escalation ? 'order_declined' : 'payment_declined')
  if (answer.status === 'escalate') return sendShopper(order, retailer, answer)
  await markUnknown(order.id, [])
  throw new DomainError('order_unsettled')
}

/** Without the order's page at the retailer: such a URL can carry a key. */
function output(retailerId: string, { id, number, status, asOf }: RetailerOrder) {
  return { retailerId, retailerOrderId: id, number, status, asOf }
}

/**
 * Tells the retailer to sell. Where the shopper has been to its page, and it repeats its answer from before that as
 * one kept under the key, it is told under another: its session says that it has not sold.
 */
async function sell(adapter: RetailerAdapter, order: Order, signal: AbortSignal): Promise<Answer> {
  const payment = await getPayment(order.id)
  if (!adapter.payment) throw new DomainError('retailer_refused')
  if (!payment) throw new DomainError('payment_missing')
  const { id: reference, sessionId } = order
  const { total } = order.totals
  const purchase = {
    ...{ sessionId, reference, total },
    payment: { token: payment.token, handlerId: adapter.payment.handlerId },
  }
  const answer = await heard(adapter.place(purchase, { key: keyFor(reference, 'place-order'), signal }))
  if (answer.status !== 'escalate' || !order.escalation) return answer
  const session = await heard(askSession(adapter, order, signal))
  if (session.status !== 'open') return session
  return heard(adapter.place(purchase, { key: keyFor(reference, 'place-order-again'), signal }))
}

/**
 * Tells the retailer to sell. Any try after the first asks the retailer what it holds before repeating itself.
 * Throws `out_of_stock`, `payment_declined` or `order_declined` where the retailer did not sell, the Resumption
 * `shopper_needed`, with the state `awaiting_shopper`, where it wants the shopper on its own page first, and
 * `order_unsettled`, with the state `unknown`, where nobody knows yet.
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
    if (earlier.status !== 'open') return output(retailer.id, await settle(order, retailer, earlier))
  }
  return output(retailer.id, await settle(order, retailer, await sell(adapter, order, signal)))
})
