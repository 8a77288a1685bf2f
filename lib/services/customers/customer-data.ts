import { deleteCustomer, getCustomer } from '#lib/data/customers.ts'
import { eraseOrder } from '#lib/data/erase-order.ts'
import { getOrder, listOrders } from '#lib/data/orders.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { isSettled, type Order } from '#lib/domain/order.ts'

async function ordersOf(customerId: string): Promise<Order[]> {
  const found: Order[] = []
  let after: string | undefined
  do {
    const page = await listOrders(customerId, after)
    for (const { id } of page.orders) {
      const order = await getOrder(id)
      if (order) found.push(order)
    }
    after = page.next
  } while (after)
  return found
}

/** All that is held on a customer, for giving it to them: profile, consents and how they came about, orders. */
export async function exportCustomer(customerId: string): Promise<object> {
  const [customer, orders] = await Promise.all([getCustomer(customerId), ordersOf(customerId)])
  if (!customer && orders.length === 0) throw new DomainError('not_found')
  return { exportedAt: new Date().toISOString(), customer, orders }
}

/**
 * Forgets a customer: profile, consents, loyalty ids, and whatever in their orders says who bought. The orders
 * themselves stay in the books. Throws `order_unsettled`, and forgets nothing, while one of them is under way. Cut off
 * in between, it can be repeated. Returns how many orders there were.
 */
export async function eraseCustomer(customerId: string): Promise<number> {
  const orders = await ordersOf(customerId)
  if (!orders.every(isSettled)) throw new DomainError('order_unsettled')
  for (const { id } of orders) await eraseOrder(id)
  await deleteCustomer(customerId)
  return orders.length
}
