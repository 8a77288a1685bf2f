import { Service } from 'electrodb'
import { attentionItem, attentionKey } from '#lib/data/attention.ts'
import { pack } from '#lib/data/compressed.ts'
import { readCursor, writeCursor } from '#lib/data/cursor.ts'
import { isExpired, minute } from '#lib/data/expiry.ts'
import { followUpAttributes, followUpItem } from '#lib/data/follow-ups.ts'
import { type CountedOrder, countOrder, toCountedOrder } from '#lib/data/insight/count-order.ts'
import {
  dueShards,
  orderItem,
  orderSummaryItem,
  paymentItem,
  type StoredOrder,
  toOrder,
} from '#lib/data/order-items.ts'
import { referenceItem, referencesOf } from '#lib/data/references.ts'
import { storage } from '#lib/data/table.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import {
  type Escalation,
  endStates,
  isEnded,
  type Order,
  type OrderState,
  type OrderSummary,
  type Payment,
  type RetailerOrder,
  type StockHold,
  type TimelineEntry,
} from '#lib/domain/order.ts'

const purchase = new Service(
  {
    order: orderItem,
    summary: orderSummaryItem,
    payment: paymentItem,
    attention: attentionItem,
    reference: referenceItem,
    followUp: followUpItem,
  },
  storage,
)

/** An order, or undefined. One GetItem. */
export async function getOrder(id: string): Promise<Order | undefined> {
  const { data } = await orderItem.get({ orderId: id }).go({ consistent: true })
  return data ? toOrder(data) : undefined
}

const ordersPage = 25

/** A customer's orders, newest first, 25 a page. One Query on GSI1. */
export async function listOrders(
  customerId: string,
  after?: string,
): Promise<{ orders: OrderSummary[]; next?: string }> {
  const whole = orderSummaryItem.query.ofCustomer({ customerId })
  const [createdAt, orderId] = after ? readCursor(after, 2) : []
  const rest = createdAt && orderId ? whole.lt({ createdAt, orderId }) : whole
  const { data } = await rest.go({ order: 'desc', limit: ordersPage + 1 })
  const page = data.slice(0, ordersPage)
  const last = page.at(-1)
  return {
    orders: page.map(item => ({
      id: item.orderId,
      customerId,
      state: item.state,
      createdAt: item.createdAt,
      ...item.summary,
    })),
    next: last && data.length > ordersPage ? writeCursor([last.createdAt, last.orderId]) : undefined,
  }
}

type Change = {
  entries: readonly TimelineEntry[]
  unknown?: true
  retailerOrder?: RetailerOrder
  payload?: unknown
  /** What the retailer holds; null once it has let go. */
  hold?: StockHold | null
  /** What the retailer wants of the shopper; null once the shopper is awaited no more. */
  awaited?: Escalation | null
}

/** One UpdateItem on an open order, which is returned as it is then; an ended one is returned unchanged. */
async function advance(orderId: string, change: Change): Promise<Order> {
  const { rejected, data } = await orderItem
    .patch({ orderId })
    .data((order, operation) => {
      operation.append(order.timeline, [...change.entries])
      operation.set(order.updatedAt, new Date().toISOString())
      if (change.unknown) operation.set(order.state, 'unknown')
      if (change.retailerOrder) operation.set(order.retailerOrder, change.retailerOrder)
      if (change.awaited) {
        operation.set(order.state, 'awaiting_shopper')
        operation.set(order.escalation, change.awaited)
      }
      // Reads as `processing`. The escalation stays, since its time counts for any later one too.
      if (change.awaited === null) operation.set(order.state, 'submitted')
      if (change.hold) operation.set(order.hold, change.hold)
      if (change.hold === null) operation.remove(order.hold)
      if (change.payload !== undefined) operation.set(order.payload, pack(change.payload))
    })
    .where(({ state }, { ne }) => endStates.map(ended => ne(state, ended)).join(' AND '))
    .go({ response: 'all_new', returnOnConditionCheckFailure: 'all_old' })
  if (!data) throw new DomainError('not_found')
  if (rejected && !isEnded(data.state)) throw new DomainError('stale_version')
  return toOrder(data as StoredOrder)
}

/**
 * Adds to the timeline of an open order and returns the order as it is then: one UpdateItem, which a workflow's step
 * begins with. `hold` notes what the retailer holds in the same write, null that it has let go. An order that has
 * ended is returned as it is. Throws `not_found`.
 */
export function beginStep(
  orderId: string,
  entries: readonly TimelineEntry[],
  hold?: StockHold | null,
): Promise<Order> {
  return advance(orderId, { entries, hold })
}

/** Notes that the retailer was told to sell and has not said how that went. One UpdateItem. Throws `not_found`. */
export function markUnknown(orderId: string, entries: readonly TimelineEntry[]): Promise<Order> {
  return advance(orderId, { entries, unknown: true })
}

/** Notes that the retailer sells only once the shopper has been to its page. One UpdateItem. Throws `not_found`. */
export function markAwaiting(orderId: string, escalation: Escalation): Promise<Order> {
  return advance(orderId, { entries: [], awaited: escalation })
}

/** Notes that the shopper is awaited no more. One UpdateItem. Throws `not_found`. */
export function markAnswered(orderId: string): Promise<Order> {
  return advance(orderId, { entries: [], awaited: null })
}

/** Notes that the shopper was mailed about what the retailer wants. One UpdateItem. */
export async function markReminded(orderId: string, escalation: Escalation): Promise<void> {
  await orderItem
    .patch({ orderId })
    .set({ escalation })
    .where(({ state }, { eq }) => eq(state, 'awaiting_shopper'))
    .go({ returnOnConditionCheckFailure: 'all_old' })
}

/**
 * Keeps the retailer's own order: what a shopper sees of it, and its full answer compressed. One UpdateItem.
 * Throws `not_found`.
 */
export function recordCapture(
  orderId: string,
  retailerOrder: RetailerOrder,
  payload: unknown,
  entries: readonly TimelineEntry[],
): Promise<Order> {
  return advance(orderId, { entries, retailerOrder, payload })
}

/** How long the mail about an order's end may take before `dueOrders` names the order again. */
const mailLook = 2 * 60_000

/**
 * Ends an order and deletes its payment token, in one transaction, which also makes the order findable by what the
 * retailer calls it and lists one that needs attention. Returns the state that stands: an order that has ended
 * already keeps its end, whatever is asked. Throws `not_found`.
 */
export async function finishOrder(
  orderId: string,
  end: {
    state: OrderState
    reason?: Order['reason']
    entries: readonly TimelineEntry[]
    retailerOrder?: Pick<RetailerOrder, 'id' | 'number'>
  },
): Promise<OrderState> {
  const references = end.retailerOrder ? referencesOf(orderId, end.retailerOrder) : []
  const waiting = { ...attentionKey(orderId), reason: end.reason, since: new Date().toISOString() }
  const results = await transact(() =>
    purchase.transaction
      .write(({ order, summary, payment, attention, reference, followUp }) => [
        order
          .patch({ orderId })
          .data((item, operation) => {
            operation.append(item.timeline, [...end.entries])
            operation.set(item.state, end.state)
            operation.set(item.updatedAt, new Date().toISOString())
            if (end.reason) operation.set(item.reason, end.reason)
            if (end.state === 'cancelled') {
              operation.remove(item.shard)
              operation.remove(item.due)
            } else operation.set(item.due, new Date(Date.now() + mailLook).toISOString())
          })
          .where(({ state }, { ne }) => endStates.map(ended => ne(state, ended)).join(' AND '))
          .commit(),
        summary.patch({ orderId }).set({ state: end.state, reason: end.reason }).commit(),
        payment.delete({ paymentOrderId: orderId }).commit(),
        ...references.map(known => reference.put(known).commit()),
        ...(end.state === 'needs_attention' ? [attention.put(waiting).commit()] : []),
        ...(end.state === 'confirmed' ? [followUp.put(followUpAttributes(orderId)).commit()] : []),
      ])
      .go(),
  )
  if (!results) return end.state
  const standing = refusal(results, 0) && (await getOrder(orderId))
  if (!standing) throw new DomainError('not_found')
  return standing.state
}

/** The order's payment token while it lives, or undefined. One GetItem. */
export async function getPayment(orderId: string): Promise<Payment | undefined> {
  const { data } = await paymentItem.get({ paymentOrderId: orderId }).go({ consistent: true })
  return data && !isExpired(data) ? data.payment : undefined
}

/** Ids of orders that are open, or ended with no mail sent yet, and due for a look before a time (ISO 8601), oldest first. One Query a shard of GSI2, in parallel. */
export async function dueOrders(before: string, limit: number): Promise<string[]> {
  const pages = await Promise.all(
    dueShards.map(shard => orderItem.query.due({ shard }).lt({ due: before }).go({ limit })),
  )
  return pages
    .flatMap(page => page.data.map(({ orderId, due = '' }) => ({ orderId, due })))
    .toSorted((a, b) => a.due.localeCompare(b.due))
    .slice(0, limit)
    .map(order => order.orderId)
}

/** Puts an open order's next look off to `due` (ISO 8601). Does nothing to one that has ended. */
export async function deferOrder(orderId: string, due: string): Promise<void> {
  await orderItem
    .patch({ orderId })
    .set({ due })
    .where((order, { exists }) => exists(order.due))
    .go({ returnOnConditionCheckFailure: true })
}

const mailingLifetime = minute

/**
 * Claims the sending of one kind of mail about an order in the state `wanted`: the order for the one who shall send it, undefined when it
 * was sent, or when the order has come to another end since: nobody is to hear of an earlier end after a later one.
 * One that was mailed is counted, should it not be counted as it stands by then. Throws `too_many_requests` while
 * someone else is sending it, so that the message is tried again later should that one die. One UpdateItem.
 */
export async function claimMail(
  orderId: string,
  kind: string,
  wanted: OrderState = kind as OrderState,
): Promise<CountedOrder | undefined> {
  const now = Math.floor(Date.now() / 1000)
  const { rejected, data } = await orderItem
    .patch({ orderId })
    .set({ mailing: kind, mailingUntil: now + mailingLifetime })
    .where(
      ({ state, mailed, mailing, mailingUntil }, { contains, notExists, eq, ne, lte }) =>
        `${eq(state, wanted)} AND (${notExists(mailed)} OR NOT ${contains(mailed, kind)}) AND (${notExists(mailing)} OR ${ne(mailing, kind)} OR ${lte(mailingUntil, now)})`,
    )
    .go({ response: 'all_new', returnOnConditionCheckFailure: 'all_old' })
  if (!data) throw new DomainError('not_found')
  const claimed = toCountedOrder(data as StoredOrder)
  if (!rejected) return claimed
  if (data.state !== wanted) return undefined
  if (data.mailed?.includes(kind)) {
    await countOrder(claimed)
    return undefined
  }
  throw new DomainError('too_many_requests')
}

/** Gives a claim back after the mail could not be sent, so that the next delivery can try. One UpdateItem. */
export async function releaseMail(orderId: string, kind: string): Promise<void> {
  await orderItem
    .patch({ orderId })
    .remove(['mailing', 'mailingUntil'])
    .where(({ mailing }, { eq }) => eq(mailing, kind))
    .go({ returnOnConditionCheckFailure: 'all_old' })
}

/** Takes an order out of `dueOrders` for good. One UpdateItem. */
export async function stopLooking(orderId: string): Promise<void> {
  await orderItem.patch({ orderId }).remove(['shard', 'due']).go()
}
