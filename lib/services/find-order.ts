import { claimKey } from '#lib/data/keys.ts'
import { listOrders } from '#lib/data/orders.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { orderNumber } from '#lib/domain/order.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'

/** Tries for one e-mail address in a minute: enough for a mistyped number, too few for guessing. */
const triesPerMinute = 10

function plain(number: string): string {
  return number.replace(/[^0-9a-z]/gi, '').toUpperCase()
}

async function admitTry(customerId: string): Promise<void> {
  const minute = new Date().toISOString().slice(0, 16)
  const slot = Math.floor(Math.random() * triesPerMinute)
  for (let offset = 0; offset < triesPerMinute; offset++) {
    const id = `${customerId}/${minute}/${(slot + offset) % triesPerMinute}`
    if (await claimKey('find-order', id, 120)) return
  }
  throw new DomainError('too_many_requests')
}

/**
 * The id of the order with this number, among the latest 25 bought with this e-mail address. Throws `not_found`
 * whichever of the two is wrong, and `too_many_requests`.
 */
export async function findOrder(wanted: { number: string; email: string }): Promise<string> {
  const customerId = await customerIdOf(wanted.email)
  await admitTry(customerId)
  const { orders } = await listOrders(customerId)
  const found = orders.find(order => plain(orderNumber(order.id)) === plain(wanted.number))
  if (!found) throw new DomainError('not_found')
  return found.id
}
