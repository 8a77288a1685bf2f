import {
  orderAttributes,
  orderItem,
  orderSummaryItem,
  type StoredOrder,
  toOrder,
} from '#lib/data/order-items.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { isSettled, type Order } from '#lib/domain/order.ts'

/** Who an order is said to be of once its buyer was forgotten. */
export const erasedCustomer = 'cus_erased'

function withoutBuyer(order: Order): Order {
  const { country, region } = order.address
  return {
    ...order,
    customerId: erasedCustomer,
    visitorId: 'vis_erased',
    loyaltyId: undefined,
    contact: { email: 'erased@invalid' },
    address: {
      ...{ country, region, postalCode: '00000' },
      ...{ firstName: 'Erased', lastName: 'Erased', street: 'Erased', city: 'Erased' },
    },
  }
}

/**
 * Takes everything that says who bought out of an order; what was bought, where and for how much stays, for the books
 * and the figures. Repeatable. Throws `order_unsettled` for one that has not come to an end, and `not_found`.
 */
export async function eraseOrder(orderId: string): Promise<void> {
  const { data } = await orderItem.get({ orderId }).go({ consistent: true })
  if (!data) throw new DomainError('not_found')
  const order = toOrder(data as StoredOrder)
  if (!isSettled(order)) throw new DomainError('order_unsettled')
  const { details } = orderAttributes(withoutBuyer(order))
  await orderItem.patch({ orderId }).set({ details }).remove(['payload']).go()
  await orderSummaryItem.patch({ orderId }).set({ customerId: erasedCustomer }).go()
}
