import type { Effect } from '#lib/local/sandbox/replay.ts'
import { commit, creation, list, removal, replacement } from '#lib/local/sandbox/store.ts'
import { refund } from './charge.ts'
import { putBack } from './holds.ts'
import { orderById, presentOrder, progress } from './orders.ts'
import { problem } from './protocol.ts'
import { lookAt } from './reports.ts'
import { ordersOf, refundsOf } from './session.ts'
import type { Business } from './sessions.ts'

/**
 * Vendor capability `com.sandbox.order_cancel`: ends an order that has not shipped, puts its articles back and owes
 * the money back, in one transaction. 409 once it has shipped; a cancelled order is answered as it is.
 */
export async function cancelOrder({ shop, base }: Business, id: string): Promise<Effect> {
  const order = await orderById(shop.id, id)
  if (order.cancelledAt) return { answer: { status: 200, body: presentOrder(base, order) }, writes: [] }
  if (progress(order).some(step => step.status !== 'processing')) {
    return {
      answer: problem(409, { code: 'already_shipped', content: 'This order has shipped.' }),
      writes: [],
    }
  }
  const cancelledAt = new Date().toISOString()
  const lines = order.lines.map(({ sku, quantity }) => ({ sku, quantity }))
  return {
    answer: { status: 200, body: presentOrder(base, { ...order, cancelledAt }) },
    writes: [
      replacement(ordersOf(shop.id), id, order, { ...order, cancelledAt }),
      creation(...lookAt(shop.id, id, Date.now())),
      ...putBack(shop.id, lines),
      creation(refundsOf(shop.id), id, { orderId: id }),
    ],
  }
}

/** Gives back the money owed for cancelled orders; what the processor does not answer for is tried again next time. */
export async function payRefunds(shopId: string): Promise<void> {
  for (const { orderId } of await list<{ orderId: string }>(refundsOf(shopId))) {
    const order = await orderById(shopId, orderId)
    await refund(shopId, order.chargeId)
    const refundedAt = new Date().toISOString()
    await commit([
      replacement(ordersOf(shopId), orderId, order, { ...order, refundedAt }),
      creation(...lookAt(shopId, orderId, Date.now())),
      removal(refundsOf(shopId), orderId),
    ])
  }
}
