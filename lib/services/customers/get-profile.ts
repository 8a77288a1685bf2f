import { type Customer, getCustomer } from '#lib/data/customers.ts'
import { listOrders } from '#lib/data/orders.ts'
import { listWishesOf } from '#lib/data/restock-wishes.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import { market } from '#lib/domain/address.ts'
import { type Consents, consentsSchema } from '#lib/domain/consent.ts'
import { idOfCustomerSchema } from '#lib/domain/customer-id.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { type Money, sum } from '#lib/domain/money.ts'
import type { OrderSummary } from '#lib/domain/order.ts'

/** What a customer bought: only of those who agreed that it may be looked at. */
export type Purchases = {
  /** The latest 25. */
  orders: OrderSummary[]
  hasMore: boolean
  retailers: { name: string; orders: number; paid: Money }[]
}

export type Profile = Omit<Customer, 'consents' | 'loyaltyIds'> & {
  consents: Consents
  loyalty: { retailer: string; loyaltyId: string }[]
  /** What they wait to hear is back, by name. */
  wishes: string[]
  purchases?: Purchases
}

function byRetailer(orders: readonly OrderSummary[]): Purchases['retailers'] {
  const names = [...new Set(orders.map(order => order.retailerName))]
  return names.map(name => {
    const theirs = orders.filter(order => order.retailerName === name)
    return {
      name,
      orders: theirs.length,
      paid: sum(
        theirs.map(order => order.total),
        market.currency,
      ),
    }
  })
}

/**
 * All that the studio shows of a customer. What they bought is left out unless they agreed to analytics: their orders
 * then count in the totals only. Throws `not_found`.
 */
export async function getProfile(customerId: string): Promise<Profile> {
  if (!idOfCustomerSchema.safeParse(customerId).success) throw new DomainError('not_found')
  const [customer, { orders, next }, registry, wishes] = await Promise.all([
    getCustomer(customerId),
    listOrders(customerId),
    listRetailers(),
    listWishesOf(customerId),
  ])
  if (!customer && orders.length + wishes.length === 0) throw new DomainError('not_found')
  const consents = customer?.consents ?? consentsSchema.parse({})
  const confirmed = orders.filter(order => order.state === 'confirmed')
  const nameOf = (id: string) => registry.find(retailer => retailer.id === id)?.name ?? id
  return {
    id: customerId,
    contact: customer?.contact,
    address: customer?.address,
    consents,
    ledger: customer?.ledger ?? [],
    loyalty: Object.entries(customer?.loyaltyIds ?? {}).map(([id, loyaltyId]) => {
      return { retailer: nameOf(id), loyaltyId }
    }),
    wishes: wishes.map(({ name, variantLabel }) => `${name}, ${variantLabel}`),
    purchases: consents.brand_analytics
      ? { orders, hasMore: next !== undefined, retailers: byRetailer(confirmed) }
      : undefined,
  }
}
