import { attentionItem, attentionKey } from '#lib/data/attention.ts'
import { readCounters } from '#lib/data/insight/recount.ts'
import { tallyKey, tallyShardOf } from '#lib/data/insight/tallies.ts'
import { getOrder, getPayment } from '#lib/data/orders.ts'
import { contributionOf, countedAs, saleOf } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts, difference } from '#lib/domain/insight/counts.ts'
import { monthOf } from '#lib/domain/insight/periods.ts'
import { isEnded, type Order } from '#lib/domain/order.ts'
import type { Charge, Token } from '#lib/local/sandbox/processor/tokens.ts'
import { progress, type ShopOrder } from '#lib/local/sandbox/shop/orders.ts'
import { type Hold, holdsOf, ordersOf, type StockItem, stockOf } from '#lib/local/sandbox/shop/session.ts'
import { get, list } from '#lib/local/sandbox/store.ts'
import { now } from './clock.ts'
import { mailbox } from './mailbox.ts'
import type { Purchase } from './shopper.ts'
import { stage } from './stage.ts'
import { alarms, published } from './topic.ts'

/** An invariant of the design by number, or that each end is mailed once, counted once, or that a case ends at all. */
export type Rule = 1 | 2 | 3 | 5 | 6 | 8 | 'mail' | 'counters' | 'worker'
export type Violation = { rule: Rule; words: string }

export type Books = {
  orders: ShopOrder[]
  holds: Hold[]
  /** Money taken, and money taken and given back. */
  charges: Charge[]
  refunds: Charge[]
  token?: Token
  stock: StockItem[]
}

/** What the retailer and the processor have on a purchase. */
export async function booksOf({ shopId, token, quote }: Purchase): Promise<Books> {
  const holds = (await list<Hold>(holdsOf(shopId))).filter(hold => hold.sessionId === quote.sessionId)
  const all = await list<Charge>('sandpay#charge')
  return {
    orders: await list<ShopOrder>(ordersOf(shopId)),
    holds: holds.filter(hold => hold.until > now()),
    charges: all.filter(charge => charge.status === 'captured'),
    refunds: all.filter(charge => charge.status === 'refunded'),
    token: await get<Token>('sandpay#token', token),
    stock: await list<StockItem>(stockOf(shopId)),
  }
}

const totalOf = (order: ShopOrder) => order.totals.find(total => total.type === 'total')?.amount

/** What must hold as soon as an order is called failed or cancelled, and not only at the end. */
export function auditEarly(order: Order, books: Books): Violation[] {
  if (order.state === 'failed') return auditFailure(books)
  const isCancelled = books.orders.every(theirs => theirs.cancelledAt)
  if (order.state !== 'cancelled' || isCancelled) return []
  return [{ rule: 2, words: 'called cancelled though the retailer has not cancelled' }]
}

/** An order that is called failed leaves nothing at the other side. */
function auditFailure({ orders, holds, charges, token }: Books): Violation[] {
  const found: Violation[] = []
  const add = (words: string) => found.push({ rule: 2, words })
  if (orders.length > 0) add('called failed though the retailer sold')
  if (charges.length > 0) add('called failed though the card was charged')
  if (holds.length > 0) add('called failed though stock is held')
  const isAuthorised = token?.status === 'verified' || token?.status === 'in_review'
  if (isAuthorised && token.expires > now() / 1000) add('called failed though the card is still authorised')
  return found
}

function auditBooks({ orders, charges, stock }: Books, purchase: Purchase): Violation[] {
  const found: Violation[] = []
  const accepted = purchase.quote.totals.total.amount
  if (orders.length > 1) found.push({ rule: 1, words: `${orders.length} orders at the retailer` })
  if (charges.length > 1) found.push({ rule: 1, words: `${charges.length} charges` })
  for (const order of orders) {
    if (totalOf(order) !== accepted) found.push({ rule: 3, words: 'the retailer sold at another total' })
  }
  for (const charge of charges) {
    if (charge.amount !== accepted) found.push({ rule: 3, words: 'another amount was charged' })
  }
  for (const item of stock) {
    const before = purchase.stocked.find(({ sku }) => sku === item.sku)?.available ?? 0
    const kept = orders.filter(order => !order.cancelledAt)
    const sold = kept.flatMap(order => order.lines).filter(line => line.sku === item.sku)
    const gone = sold.reduce((sum, line) => sum + line.quantity, 0)
    if (item.available + gone > before) found.push({ rule: 1, words: 'stock came from nowhere' })
  }
  return found
}

function auditConfirmed(order: Order, { orders, charges, holds }: Books): Violation[] {
  const found: Violation[] = []
  const add = (words: string) => found.push({ rule: 2, words })
  const [theirs] = orders
  if (!theirs) add('confirmed though the retailer has no order')
  else if (order.retailerOrder?.id !== theirs.id) add('confirmed without the order the retailer has')
  if (charges.length !== 1) add('confirmed though nothing was charged')
  if (theirs?.cancelledAt) add('confirmed though the retailer cancelled')
  if (holds.length > 0) add('confirmed though stock is still held')
  if (order.cancelRequestedAt) add('the shopper wants it cancelled and nobody answers')
  const isTooLate = order.timeline.some(({ reason }) => reason === 'cancel_too_late')
  if (isTooLate && theirs && progress(theirs).length < 2) add('called shipped though it has not left')
  return found
}

/** A cancelled order is one at the retailer too, its money and its goods given back. */
function auditCancelled(order: Order, { orders, charges, refunds, stock }: Books, { stocked }: Purchase) {
  const found: Violation[] = []
  const add = (words: string) => found.push({ rule: 2, words })
  const [theirs] = orders
  if (!theirs?.cancelledAt) add('cancelled though the retailer has not cancelled')
  if (order.retailerOrder?.id !== theirs?.id) add('cancelled without the order the retailer has')
  if (charges.length > 0 || refunds.length !== 1) add('cancelled though the money was not given back')
  const before = new Map(stocked.map(({ sku, available }) => [sku, available]))
  if (stock.some(item => item.available !== before.get(item.sku))) add('cancelled though goods are missing')
  return found
}

function amountsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(amountsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'amount' && typeof inner === 'number' ? [inner] : amountsIn(inner),
  )
}

function auditMoney(order: Order, books: Books): Violation[] {
  const amounts = [...amountsIn(order), ...amountsIn(books.orders), ...amountsIn(books.charges)]
  return amounts.every(Number.isSafeInteger) ? [] : [{ rule: 8, words: 'an amount is no whole number' }]
}

/** The ends an order came to, in turn: one, unless it was bought and then cancelled. */
function endsOf({ state, timeline }: Order): string[] {
  const wasBought = state !== 'confirmed' && timeline.some(({ step }) => step === 'cancel-order')
  return wasBought ? ['confirmed', state] : [state]
}

/** The last end is mailed once and last; an end before it once at most. */
function auditMail(order: Order, { email }: Purchase): Violation[] {
  const told = mailbox.filter(mail => mail.to === email).map(mail => mail.id)
  const ids = told.filter(id => !id.startsWith(`<${order.id}.awaiting_shopper@`))
  const kinds = [...new Set(ids)].map(id => endsOf(order).find(end => id.startsWith(`<${order.id}.${end}@`)))
  const areFine = kinds.every(kind => kind !== undefined) && new Set(kinds).size === kinds.length
  if (areFine && ids.at(-1)?.startsWith(`<${order.id}.${order.state}@`)) return []
  return [{ rule: 'mail', words: `mails ${ids.join(' ') || 'none'} for an order ${order.state}` }]
}

/** An order that waits for a person is in the list of those, and a person was paged; no other is. */
async function auditAttention({ id, state }: Order): Promise<Violation[]> {
  if (state !== 'needs_attention' && !alarms.includes(id)) return []
  // Not by a page of the list: cases before left theirs in it.
  const isListed = (await attentionItem.get(attentionKey(id)).go({ consistent: true })).data !== null
  const needs = state === 'needs_attention'
  const found: Violation[] = []
  if (needs !== isListed) found.push({ rule: 2, words: `${state}, but the list of open questions differs` })
  if (needs && !alarms.includes(id)) found.push({ rule: 2, words: 'nobody was paged' })
  return found
}

/** What was said outside the table, and the token, which must be gone from the table as well. */
async function auditSecrecy(order: Order, purchase: Purchase): Promise<Violation[]> {
  const found: Violation[] = []
  const said = stage().said.join('\n')
  for (const canary of purchase.canaries) {
    if (said.includes(canary)) found.push({ rule: 5, words: 'personal data or a token left the table' })
  }
  if (JSON.stringify(order).includes(purchase.token))
    found.push({ rule: 5, words: 'the order holds the token' })
  if (isEnded(order.state) && (await getPayment(order.id))) {
    found.push({ rule: 5, words: 'the token outlived the purchase' })
  }
  return found
}

/** What the orders audited so far come to, by the counters they are in. */
const counted = new Map<string, Counts>()

/** The counters hold exactly the orders that there were: none missing, none twice. */
async function auditCounters(order: Order): Promise<Violation[]> {
  const sale = saleOf(order)
  const month = monthOf(sale.day)
  const shard = tallyShardOf(order.id)
  const place = `${month}/${shard}`
  const expected = addTo(counted.get(place) ?? {}, contributionOf(sale, countedAs(order)).site)
  const [kept = {}] = (await readCounters([tallyKey('orders', shard, month)])).values()
  const off = Object.entries(difference(kept, expected)).map(([name, by]) => `${name} by ${by}`)
  // From here on as they are, so that one mistake is told once.
  counted.set(place, kept)
  return off.length > 0 ? [{ rule: 'counters', words: `counters are off: ${off.join(', ')}` }] : []
}

/** Every promise, once nothing moves any more. */
export async function audit(
  purchase: Purchase,
  orderId: string | undefined,
  isSettled: boolean,
): Promise<Violation[]> {
  const books = await booksOf(purchase)
  const found = auditBooks(books, purchase)
  if (!orderId) {
    const isUntouched = books.orders.length + books.charges.length + books.holds.length === 0
    return isUntouched ? found : [...found, { rule: 2, words: 'something happened without an order' }]
  }
  const order = await getOrder(orderId)
  if (!order) return [...found, { rule: 6, words: 'the order is gone' }]
  found.push(...auditMoney(order, books), ...(await auditSecrecy(order, purchase)))
  if (!isEnded(order.state)) return [...found, { rule: 6, words: `left ${order.state}` }]
  found.push(...auditEarly(order, books))
  if (order.state === 'cancelled') found.push(...auditCancelled(order, books, purchase))
  if (order.state === 'confirmed') found.push(...auditConfirmed(order, books))
  if (!published.some(event => event.orderId === orderId && event.state === order.state)) {
    found.push({ rule: 2, words: `nobody was told that the order is ${order.state}` })
  }
  found.push(...(await auditAttention(order)))
  if (published.some(({ state }) => state !== 'awaiting_shopper' && !endsOf(order).includes(state))) {
    found.push({ rule: 2, words: 'events say two different ends' })
  }
  if (!isSettled) found.push({ rule: 6, words: 'still being looked at' })
  return [...found, ...auditMail(order, purchase), ...(await auditCounters(order))]
}
