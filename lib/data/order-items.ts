import { CustomAttributeType, Entity } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { expiresIn, hour } from '#lib/data/expiry.ts'
import { storage } from '#lib/data/table.ts'
import {
  distinctEntries,
  type Order,
  type OrderState,
  type OrderSummary,
  type Payment,
  type RetailerOrder,
  type TimelineEntry,
} from '#lib/domain/order.ts'

/** What never changes after the shopper's click, compressed so that each step of the workflow writes little. */
type Details = Omit<Order, 'id' | 'state' | 'reason' | 'timeline' | 'retailerOrder' | 'updatedAt'>

const shards = 4
/** How long an order may be open before someone looks whether its workflow lives. */
const firstLook = 2 * 60_000

/** An order. `shard` and `due`, which put it into GSI2, exist until it has ended and its mail is sent. */
export const orderItem = new Entity(
  {
    model: { entity: 'order', version: '1', service: 'brandfront' },
    attributes: {
      orderId: { type: 'string', required: true },
      state: { type: CustomAttributeType<OrderState>('string'), required: true },
      reason: { type: CustomAttributeType<Order['reason']>('string') },
      timeline: { type: CustomAttributeType<TimelineEntry[]>('any'), required: true },
      details: { type: CustomAttributeType<Uint8Array>('any'), required: true },
      retailerOrder: { type: CustomAttributeType<RetailerOrder>('any') },
      /** The retailer's own words for the order, compressed. */
      payload: { type: CustomAttributeType<Uint8Array>('any') },
      updatedAt: { type: 'string', required: true },
      shard: { type: 'number' },
      due: { type: 'string' },
      /** Kinds of mail sent, and the one being sent with the time (epoch seconds) its sender is given up at. */
      mailed: { type: 'set', items: 'string' },
      mailing: { type: 'string' },
      mailingUntil: { type: 'number' },
    },
    indexes: {
      order: {
        pk: { field: 'pk', composite: ['orderId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
      due: {
        index: 'GSI2',
        pk: { field: 'gsi2pk', composite: ['shard'], casing: 'none' },
        sk: { field: 'gsi2sk', composite: ['due', 'orderId'], casing: 'none' },
      },
    },
  },
  storage,
)

/** An order's line in its customer's list: small, and written only when the order begins and ends. */
export const orderSummaryItem = new Entity(
  {
    model: { entity: 'orderSummary', version: '1', service: 'brandfront' },
    attributes: {
      orderId: { type: 'string', required: true },
      customerId: { type: 'string', required: true },
      createdAt: { type: 'string', required: true },
      state: { type: CustomAttributeType<OrderState>('string'), required: true },
      summary: {
        type: CustomAttributeType<Omit<OrderSummary, 'id' | 'customerId' | 'state' | 'createdAt'>>('any'),
        required: true,
      },
    },
    indexes: {
      summary: {
        pk: { field: 'pk', composite: ['orderId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
      ofCustomer: {
        index: 'GSI1',
        pk: { field: 'gsi1pk', composite: ['customerId'], casing: 'none' },
        sk: { field: 'gsi1sk', composite: ['createdAt', 'orderId'], casing: 'none' },
      },
    },
  },
  storage,
)

/** A payment token, in a partition of its own, gone when the purchase ends or after an hour. */
export const paymentItem = new Entity(
  {
    model: { entity: 'payment', version: '1', service: 'brandfront' },
    attributes: {
      paymentOrderId: { type: 'string', required: true },
      payment: { type: CustomAttributeType<Payment>('any'), required: true },
      expires: { type: 'number', required: true },
    },
    indexes: {
      payment: {
        pk: { field: 'pk', composite: ['paymentOrderId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

export type StoredOrder = {
  orderId: string
  state: OrderState
  reason?: Order['reason']
  timeline: TimelineEntry[]
  details: Uint8Array
  retailerOrder?: RetailerOrder
  updatedAt: string
}

/** The attributes of a new order's item, due for its first look. */
export function orderAttributes(order: Order) {
  const { id: orderId, state, reason, timeline, retailerOrder, updatedAt, ...details } = order
  const shard = [...orderId].reduce((total, letter) => total + letter.charCodeAt(0), 0) % shards
  const due = new Date(Date.parse(order.createdAt) + firstLook).toISOString()
  return {
    orderId,
    state,
    reason,
    timeline,
    retailerOrder,
    updatedAt,
    details: pack(details satisfies Details),
    shard,
    due,
  }
}

/** All of GSI2's partitions. */
export const dueShards = Array.from({ length: shards }, (_, shard) => shard)

/** The attributes of a new order's line in its customer's list. */
export function orderSummaryAttributes(order: Order) {
  const { id: orderId, customerId, createdAt, state, retailerId, retailerName } = order
  const itemCount = order.lines.reduce((count, line) => count + line.quantity, 0)
  const names = order.lines.map(line => line.name)
  return {
    orderId,
    customerId,
    createdAt,
    state,
    summary: { retailerId, retailerName, total: order.totals.total, itemCount, names },
  }
}

/** The attributes of a payment's item. */
export function paymentAttributes(payment: Payment) {
  return { paymentOrderId: payment.orderId, payment, expires: expiresIn(hour) }
}

/** An order from its item. An open order whose workflow has begun a step reads as `processing`. */
export function toOrder(item: StoredOrder): Order {
  const { orderId: id, state, reason, retailerOrder, updatedAt } = item
  const timeline = distinctEntries(item.timeline)
  const begun = state === 'submitted' && timeline.some(entry => entry.step !== 'submitted')
  return {
    ...unpack<Details>(item.details),
    id,
    state: begun ? 'processing' : state,
    reason,
    timeline,
    retailerOrder,
    updatedAt,
  }
}
