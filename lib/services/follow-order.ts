import { type OrderStatus, statusOf } from '#lib/domain/order.ts'
import { getOrder, type Viewer } from '#lib/services/get-order.ts'

/** How an order stands now, for one of those who may see it. One GetItem. Throws `not_found`. */
export async function followOrder(viewer: Viewer): Promise<OrderStatus> {
  return statusOf(await getOrder(viewer))
}
