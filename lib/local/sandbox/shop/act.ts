import { ulid } from 'ulid'
import { commit, creation, replacement } from '#lib/local/sandbox/store.ts'
import { refund } from './charge.ts'
import { orderById, type ShopOrder } from './orders.ts'
import { parcelsOf, unsent } from './parcels.ts'
import { lookAt } from './reports.ts'
import { ordersOf } from './session.ts'

/** What a person can have the retailer do with an order, besides cancelling it. */
export const acts = ['ship-part', 'ship-all', 'deliver', 'refund'] as const
export type Act = (typeof acts)[number]

type Change = Pick<ShopOrder, 'parcels' | 'refunds'>

/** One of each line that is left, so that a line of several is sent in parts. */
function ship(order: ShopOrder, isPart: boolean): Change {
  const left = unsent(order)
  const [first] = left
  const lines = isPart && first ? [{ ...first, quantity: 1 }] : left
  if (order.cancelledAt || lines.length === 0) return {}
  const parcels = parcelsOf(order)
  return { parcels: [...parcels, { number: parcels.length + 1, lines, shippedAt: new Date().toISOString() }] }
}

function deliver(order: ShopOrder): Change {
  const deliveredAt = new Date().toISOString()
  return {
    parcels: parcelsOf(order).map(parcel => ({ ...parcel, deliveredAt: parcel.deliveredAt ?? deliveredAt })),
  }
}

/** The price of one of the first article, as for one that came broken; never more than was paid. */
async function giveBack(shopId: string, order: ShopOrder): Promise<Change> {
  const [line] = order.lines
  const { refunds = [], chargeId, totals } = order
  const paid = totals.find(total => total.type === 'total')?.amount ?? 0
  const before = refunds.reduce((sum, { amount }) => sum + amount, 0)
  const amount = Math.min(line?.price ?? 0, paid - before)
  if (!line || amount <= 0 || order.cancelledAt) return {}
  const id = `${order.id}-refund-${ulid().toLowerCase()}`
  await refund(shopId, chargeId, { id, amount })
  return { refunds: [...refunds, { id, at: new Date().toISOString(), amount, lineId: line.id }] }
}

/** Does it, and has it reported. */
export async function act(shopId: string, orderId: string, what: Act): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const order = await orderById(shopId, orderId)
    const change =
      what === 'refund'
        ? await giveBack(shopId, order)
        : what === 'deliver'
          ? deliver(order)
          : ship(order, what === 'ship-part')
    if (Object.keys(change).length === 0) return
    const failed = await commit([
      replacement(ordersOf(shopId), orderId, order, { ...order, ...change }),
      creation(...lookAt(shopId, orderId, Date.now())),
    ])
    if (failed === undefined) return
  }
}
