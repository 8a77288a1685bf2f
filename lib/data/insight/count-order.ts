import { rankingAdditions } from '#lib/data/insight/rankings.ts'
import { type Addition, additionWrite, tallyAdditions, tallyShardOf } from '#lib/data/insight/tallies.ts'
import { orderItem, type StoredOrder, toOrder } from '#lib/data/order-items.ts'
import { refusal, transactWrites, type Write } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { type Contribution, changeOf, countedAs, saleOf } from '#lib/domain/insight/contribution.ts'
import { isEnded, type Order } from '#lib/domain/order.ts'

/** An order, and as what the counters have it. */
export type CountedOrder = { order: Order; counted?: string }

export function toCountedOrder(item: StoredOrder): CountedOrder {
  return { order: toOrder(item), counted: item.counted }
}

/** The orders with these ids and as what they are counted. One BatchGetItem for every 100. */
export async function getCountedOrders(orderIds: readonly string[]): Promise<CountedOrder[]> {
  const keys = orderIds.map(orderId => ({ orderId }))
  const { data } = await orderItem.get(keys).go({ consistent: true })
  return data.map(item => toCountedOrder(item as StoredOrder))
}

/**
 * The write on the order itself, refused where it stands or is counted otherwise than it was read. With `mailed`, notes
 * that such a mail was sent: nobody need then look at the order again, unless it has come to another end since or is to
 * be cancelled.
 */
function orderWrite({ order, counted }: CountedOrder, mailed?: string): Write {
  const { id: orderId, state } = order
  const after = countedAs(order)
  const isDone = mailed === state && isEnded(state) && order.cancelRequestedAt === undefined
  const params = orderItem
    .patch({ orderId })
    .data((item, operation) => {
      if (mailed) operation.add(item.mailed, [mailed])
      if (after) operation.set(item.counted, after)
      if (isDone) {
        operation.remove(item.shard)
        operation.remove(item.due)
      }
    })
    .where((item, { eq, notExists }) =>
      [
        ...(after ? [eq(item.state, state)] : []),
        counted ? eq(item.counted, counted) : notExists(item.counted),
        ...(isDone ? [notExists(item.cancelRequestedAt)] : []),
      ].join(' AND '),
    )
    .params()
  return { Update: params as Write['Update'] }
}

/** What to add to the counters for an order. */
export function additionsOf(orderId: string, day: string, { site, ranked }: Contribution): Addition[] {
  return [
    ...tallyAdditions('orders', tallyShardOf(orderId), [{ day, counts: site }]),
    ...rankingAdditions(day, ranked),
  ]
}

const attempts = 5

async function write(read: CountedOrder, mailed?: string): Promise<void> {
  let known = read
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { order, counted } = known
    const sale = saleOf(order)
    const change = changeOf(sale, counted, countedAs(order))
    const refused = await transactWrites([
      orderWrite(known, mailed),
      ...additionsOf(order.id, sale.day, change).map(additionWrite),
    ])
    if (!refused) return
    if (!refusal(refused, 0)) break
    const [again] = await getCountedOrders([order.id])
    if (!again) throw new DomainError('not_found')
    known = again
  }
  throw new DomainError('stale_version')
}

/**
 * Notes that the mail about an order's end was sent, and counts the order as it stands, all in one transaction: an order
 * is in the counters exactly as its own item says, however often this is repeated. One request; two more each time the
 * order has moved on since it was read.
 */
export function markMailed(claimed: CountedOrder, kind: string): Promise<void> {
  return write(claimed, kind)
}

/** Counts an order as it stands unless it is counted so already. True when that took a write. */
export async function countOrder(read: CountedOrder): Promise<boolean> {
  const after = countedAs(read.order)
  if (!after || after === read.counted) return false
  await write(read)
  return true
}
