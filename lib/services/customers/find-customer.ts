import { getCustomer } from '#lib/data/customers.ts'
import { listWishesOf } from '#lib/data/restock-wishes.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'
import { searchOrders } from '#lib/services/search-orders.ts'

/**
 * The id of the customer with this e-mail address, or of the one who placed the order with this number; undefined where
 * there is none. At most five reads.
 */
export async function findCustomer(typed: string): Promise<string | undefined> {
  const wanted = typed.trim()
  if (!wanted.includes('@')) return (await searchOrders({ number: wanted }))[0]?.customerId
  const customerId = await customerIdOf(wanted)
  if (await getCustomer(customerId)) return customerId
  // Who only wants to hear that something is back has a right to their data too.
  if ((await listWishesOf(customerId)).length > 0) return customerId
  return (await searchOrders({ customer: customerId }))[0]?.customerId
}
