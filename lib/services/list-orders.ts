import { listOrders as readOrders } from '#lib/data/orders.ts'
import type { OrderSummary } from '#lib/domain/order.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'

/** A signed-in customer's orders, newest first. One Query. Throws `invalid_input` for an `after` not made here. */
export async function listOrders(
  email: string,
  after?: string,
): Promise<{ orders: OrderSummary[]; next?: string }> {
  return readOrders(await customerIdOf(email), after)
}
