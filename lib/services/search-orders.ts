import { listAttention } from '#lib/data/attention.ts'
import { getOrderSummaries } from '#lib/data/order-record.ts'
import { listOrders } from '#lib/data/orders.ts'
import { findByNumber, findByReference } from '#lib/data/references.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import { idSchema } from '#lib/domain/ids.ts'
import type { OrderSummary } from '#lib/domain/order.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'

const orderIdSchema = idSchema('order')

/** What to search by: a customer's id, or an order's id or number, ours or the retailer's. */
export type OrderSearch = { customer: string } | { number: string }

/** What an operator typed as a search that may stand in a URL: of an e-mail address, only the customer's id. */
export async function readSearch(typed: string): Promise<OrderSearch> {
  const wanted = typed.trim()
  return wanted.includes('@') ? { customer: await customerIdOf(wanted) } : { number: wanted }
}

/** Orders found by a search, of a customer the latest 25. At most three reads, whatever the number of orders. */
export async function searchOrders(search: OrderSearch): Promise<OrderSummary[]> {
  if ('customer' in search) return (await listOrders(search.customer)).orders
  const wanted = search.number
  if (orderIdSchema.safeParse(wanted).success) return getOrderSummaries([wanted])
  const found = await Promise.all([findByNumber(wanted), findByReference(wanted)])
  return getOrderSummaries(found.flat())
}

export type WaitingOrder = OrderSummary & { since: string; reason?: ErrorCode }

/** Orders that wait for a person, the longest bought first, up to 50. Five reads. */
export async function listWaitingOrders(): Promise<WaitingOrder[]> {
  const waiting = await listAttention()
  const summaries = await getOrderSummaries(waiting.map(each => each.orderId))
  return summaries.flatMap(summary => {
    const place = waiting.find(each => each.orderId === summary.id)
    return place ? [{ ...summary, since: place.since, reason: place.reason }] : []
  })
}
