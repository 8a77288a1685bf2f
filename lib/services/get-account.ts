import { getCustomer } from '#lib/data/customers.ts'
import { listOrders } from '#lib/data/orders.ts'
import type { Address } from '#lib/domain/address.ts'
import { type Consents, consentsSchema } from '#lib/domain/consent.ts'
import type { OrderSummary } from '#lib/domain/order.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'

/** What a signed-in customer sees of themselves. */
export type Account = {
  orders: OrderSummary[]
  next?: string
  address?: Address
  consents: Consents
}

/**
 * A customer's page of orders, newest first, with saved address and consents as they stand. Two Queries. Throws
 * `invalid_input` for an `after` that was not made here.
 */
export async function getAccount(email: string, after?: string): Promise<Account> {
  const customerId = await customerIdOf(email)
  const [{ orders, next }, customer] = await Promise.all([
    listOrders(customerId, after),
    getCustomer(customerId),
  ])
  return {
    orders,
    next,
    address: customer?.address,
    consents: customer?.consents ?? consentsSchema.parse({}),
  }
}
