import { getOrder } from '#lib/data/orders.ts'
import type { Order } from '#lib/domain/order.ts'

/**
 * The orders that the rest of the same basket became, for somebody who may see `order`: whoever may see one part of a
 * purchase may see all of it. One GetItem a part, none for an order that stands alone.
 */
export async function getOtherParts({ otherParts = [] }: Order): Promise<Order[]> {
  const orders = await Promise.all(otherParts.map(({ orderId }) => getOrder(orderId)))
  return orders.filter(order => order !== undefined)
}
