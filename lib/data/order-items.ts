import { CustomAttributeType, Entity } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { expiresIn, hour } from '#lib/data/expiry.ts'
import { storage } from '#lib/data/table.ts'
import type { AfterSale } from '#lib/domain/after-sale.ts'
import { type Sale, saleOf } from '#lib/domain/insight/contribution.ts'
import {
  distinctEntries,
  type Escalation,
  type Order,
  type OrderState,
  type OrderSummary,
  orderNumber,
  type Payment,
  type RetailerOrder,
  type StockHold,
  type TimelineEntry,
} from '#lib/domain/order.ts'

/** What never changes after the shopper's click, compressed so that each step of the workflow writes little. */
type Details = Omit<
  Order,
  | 'id'
  | 'state'
  | 'reason'
  | 'timeline'
  | 'retailerOrder'
  | 'hold'
  | 'escalation'
  | 'afterSale'
  | 'cancelRequestedAt'
  | 'updatedAt'
>

const shards = 4
/** How long an order may be open before someone looks whether its workflow lives. */
const firstLook = 2 * 60_000

/**
 * An order. `shard` and `due`, which put it into GSI2, exist until it has ended and its mail is sent, and again while
 * a cancellation is asked for.
 */
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
      hold: { type: CustomAttributeType<StockHold>('any') },
      escalation: { type: CustomAttributeType<Escalation>('any') },
      /** What happened after the sale, compressed, and how often that was written. */
      afterSale: { type: CustomAttributeType<Uint8Array>('any') },
      afterSaleEdition: { type: 'number' },
      cancelRequestedAt: { type: 'string' },
      updatedAt: { type: 'string', required: true },
      shard: { type: 'number' },
      due: { type: 'string' },
      /** Kinds of mail sent, and the one being sent with the time (epoch seconds) its sender is given up at. */
      mailed: { type: 'set', items: 'string' },
      /** As what the counters have it, in the words of `countedAs`. */
      counted: { type: 'string' },
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

/**
 * An order's line in its customer's list: small, and written only when the order begins and ends. GSI2 finds it by
 * the number that a shopper reads out, as letters and digits only, GSI3 by its day.
 */
export const orderSummaryItem = new Entity(
  {
    model: { entity: 'orderSummary', version: '1', service: 'brandfront' },
    attributes: {
      orderId: { type: 'string', required: true },
      customerId: { type: 'string', required: true },
      number: { type: 'string' },
      createdAt: { type: 'string', required: true },
      state: { type: CustomAttributeType<OrderState>('string'), required: true },
      summary: {
        type: CustomAttributeType<Omit<OrderSummary, 'id' | 'customerId' | 'state' | 'createdAt'>>('any'),
        required: true,
      },
      reason: { type: CustomAttributeType<Order['reason']>('string') },
      /** What is counted of it, readable wherever the table is exported to. */
      sale: { type: CustomAttributeType<Sale>('any') },
      /** GSI3: the orders of a day by the time they were placed. */
      ordersOfDay: { type: 'string', field: 'gsi3pk' },
      placedAt: { type: 'number', field: 'gsi3sk' },
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
      byNumber: {
        index: 'GSI2',
        pk: { field: 'gsi2pk', composite: ['number'], casing: 'none' },
        sk: { field: 'gsi2sk', composite: ['orderId'], casing: 'none' },
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
  hold?: StockHold
  escalation?: Escalation
  afterSale?: Uint8Array
  cancelRequestedAt?: string
  updatedAt: string
  counted?: string
}

/** The partition of GSI2, and of the list of orders that need attention, that an order is in. */
export function shardOf(orderId: string): number {
  return [...orderId].reduce((total, letter) => total + letter.charCodeAt(0), 0) % shards
}

/** The attributes of a new order's item, due for its first look. */
export function orderAttributes(order: Order) {
  const { id: orderId, state, reason, timeline, retailerOrder, hold, ...rest } = order
  const { escalation, afterSale: _afterSale, cancelRequestedAt, updatedAt, ...details } = rest
  const due = new Date(Date.parse(order.createdAt) + firstLook).toISOString()
  return {
    orderId,
    state,
    reason,
    timeline,
    retailerOrder,
    hold,
    escalation,
    cancelRequestedAt,
    updatedAt,
    details: pack(details satisfies Details),
    shard: shardOf(orderId),
    due,
  }
}

/** All the partitions that orders are spread over. */
export const dueShards = Array.from({ length: shards }, (_, shard) => shard)

/** The partition of GSI3 that the orders of a day are in. */
export function ordersOfDay(day: string): string {
  return `orders#${day}`
}

/** The attributes of a new order's line in its customer's list. */
export function orderSummaryAttributes(order: Order) {
  const { id: orderId, customerId, createdAt, state, retailerId, retailerName } = order
  const itemCount = order.lines.reduce((count, line) => count + line.quantity, 0)
  const names = order.lines.map(line => line.name)
  const sale = saleOf(order)
  return {
    orderId,
    customerId,
    number: plainNumber(orderNumber(orderId)),
    createdAt,
    state,
    summary: { retailerId, retailerName, total: order.totals.total, itemCount, names },
    sale,
    ordersOfDay: ordersOfDay(sale.day),
    placedAt: Date.parse(createdAt),
  }
}

/** An order number as typed, brought to what is stored: capitals and digits. */
export function plainNumber(typed: string): string {
  return typed.replace(/[^0-9a-z]/gi, '').toUpperCase()
}

/** The attributes of a payment's item. */
export function paymentAttributes(payment: Payment) {
  return { paymentOrderId: payment.orderId, payment, expires: expiresIn(hour) }
}

/** An order from its item. An open order whose workflow has begun a step reads as `processing`. */
export function toOrder(item: StoredOrder): Order {
  const { orderId: id, state, reason, retailerOrder, hold, escalation, cancelRequestedAt, updatedAt } = item
  const timeline = distinctEntries(item.timeline)
  const begun = state === 'submitted' && timeline.some(entry => entry.step !== 'submitted')
  return {
    ...unpack<Details>(item.details),
    id,
    state: begun ? 'processing' : state,
    reason,
    timeline,
    retailerOrder,
    hold,
    escalation,
    ...(item.afterSale && { afterSale: unpack<AfterSale>(item.afterSale) }),
    cancelRequestedAt,
    updatedAt,
  }
}
