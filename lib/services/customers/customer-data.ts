import { deleteCustomer, getCustomer } from '#lib/data/customers.ts'
import { eraseOrder } from '#lib/data/erase-order.ts'
import { getOrder, listOrders } from '#lib/data/orders.ts'
import { deleteRestockWish, listWishesOf } from '#lib/data/restock-wishes.ts'
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

/**
 * All that is held on a customer, for giving it to them: profile, consents and how they came about, orders, and what
 * they want to hear is back.
 */
export async function exportCustomer(customerId: string): Promise<object> {
  const [customer, orders, restockWishes] = await Promise.all([
    getCustomer(customerId),
    ordersOf(customerId),
    listWishesOf(customerId),
  ])
  if (!customer && orders.length + restockWishes.length === 0) throw new DomainError('not_found')
  return { exportedAt: new Date().toISOString(), customer, orders, restockWishes }
}

/**
 * Forgets a customer: profile, consents, loyalty ids, what they wanted to hear is back, and whatever in their orders
 * says who bought. The orders themselves stay in the books. Throws `order_unsettled`, and forgets nothing, while one of them is under way. Cut off
 * in between, it can be repeated. Returns how many orders there were.
 */
export async function eraseCustomer(customerId: string): Promise<number> {
  const orders = await ordersOf(customerId)
  if (!orders.every(isSettled)) throw new DomainError('order_unsettled')
  for (const { id } of orders) await eraseOrder(id)
  for (const { sku } of await listWishesOf(customerId)) await deleteRestockWish(sku, customerId)
  await deleteCustomer(customerId)
  return orders.length
}
