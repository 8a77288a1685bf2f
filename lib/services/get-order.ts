import { getOrder as readOrder } from '#lib/data/orders.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { idSchema } from '#lib/domain/ids.ts'
import type { Order } from '#lib/domain/order.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'

/** Whoever asks for an order, by all that proves it theirs. */
export type Viewer = {
  orderId: string
  visitorId?: string
  /** The address proven by signing in. */
  email?: string
  /** Orders this browser has looked up by number and e-mail: each shows the others of its purchase too. */
  seen?: readonly string[]
}

const orderIdSchema = idSchema('order')

/** An order for one of those who may see it. Throws the same `not_found` for everyone else as for no order. */
export async function getOrder({ orderId, visitorId, email, seen = [] }: Viewer): Promise<Order> {
  const order = orderIdSchema.safeParse(orderId).success ? await readOrder(orderId) : undefined
  if (!order) throw new DomainError('not_found')
  const isVisitors = visitorId !== undefined && order.visitorId === visitorId
  const purchase = [orderId, ...(order.otherParts ?? []).map(part => part.orderId)]
  if (isVisitors || purchase.some(id => seen.includes(id))) return order
  if (email !== undefined && order.customerId === (await customerIdOf(email))) return order
  throw new DomainError('not_found')
}
