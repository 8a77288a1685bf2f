import { unpack } from '#lib/data/compressed.ts'
import { orderItem, orderSummaryItem, type StoredOrder, toOrder } from '#lib/data/order-items.ts'
import type { Order, OrderSummary, RetailerOrder } from '#lib/domain/order.ts'

/** All that the table holds of an order: every timeline entry, repeats too, and what else the shopper does not see. */
export type OrderRecord = {
  order: Order
  /** Kinds of mail sent. */
  mailed: string[]
  /** ISO 8601: when someone looks whether its workflow lives; absent where nobody need. */
  due?: string
  /** The retailer's own words for the order. */
  payload?: unknown
}

/** An order's whole record, or undefined. One GetItem. */
export async function getOrderRecord(orderId: string): Promise<OrderRecord | undefined> {
  const { data } = await orderItem.get({ orderId }).go({ consistent: true })
  if (!data) return undefined
  return {
    order: { ...toOrder(data as StoredOrder), timeline: data.timeline },
    mailed: data.mailed ?? [],
    due: data.due,
    payload: data.payload && unpack(data.payload),
  }
}

/** The summaries of orders by id; ids without one are left out. One BatchGetItem for up to 100. */
export async function getOrderSummaries(orderIds: readonly string[]): Promise<OrderSummary[]> {
  const ids = [...new Set(orderIds)]
  if (ids.length === 0) return []
  const { data } = await orderSummaryItem.get(ids.map(orderId => ({ orderId }))).go({ consistent: true })
  const found = data.map(({ orderId: id, customerId, state, createdAt, summary }) => {
    return { id, customerId, state, createdAt, ...summary }
  })
  return ids.flatMap(id => found.find(summary => summary.id === id) ?? [])
}

/** Keeps what the retailer now says of an order, in whatever state it is. One UpdateItem. */
export async function recordHeard(orderId: string, retailerOrder: RetailerOrder): Promise<void> {
  await orderItem.patch({ orderId }).set({ retailerOrder, updatedAt: new Date().toISOString() }).go()
}
