import { readTallyShard, tallyShardOf } from '#lib/data/insight/tallies.ts'
import { getOrder, getPayment } from '#lib/data/orders.ts'
import { contributionOf, countedAs, saleOf } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts, difference } from '#lib/domain/insight/counts.ts'
import { monthOf } from '#lib/domain/insight/periods.ts'
import { isEnded, type Order } from '#lib/domain/order.ts'
import type { Charge, Token } from '#lib/local/sandbox/processor/tokens.ts'
import type { ShopOrder } from '#lib/local/sandbox/shop/orders.ts'
import { type Hold, holdsOf, ordersOf, type StockItem, stockOf } from '#lib/local/sandbox/shop/session.ts'
import { get, list } from '#lib/local/sandbox/store.ts'
import { now } from './clock.ts'
import { mailbox } from './mailbox.ts'
import type { Purchase } from './shopper.ts'
import { stage } from './stage.ts'
import { alarms, published } from './topic.ts'

/** An invariant of the design by number, or the promise that each ended order is mailed once, and counted once. */
export type Rule = 1 | 2 | 3 | 5 | 6 | 8 | 'mail' | 'counters'
export type Violation = { rule: Rule; words: string }

export type Books = {
  orders: ShopOrder[]
  holds: Hold[]
  charges: Charge[]
  token?: Token
  stock: StockItem[]
}

/** What the retailer and the processor have on a purchase. */
export async function booksOf({ shopId, token, quote }: Purchase): Promise<Books> {
  const holds = (await list<Hold>(holdsOf(shopId))).filter(hold => hold.sessionId === quote.sessionId)
  return {
    orders: await list<ShopOrder>(ordersOf(shopId)),
    holds: holds.filter(hold => hold.until > now()),
    charges: (await list<Charge>('sandpay#charge')).filter(charge => charge.status === 'captured'),
    token: await get<Token>('sandpay#token', token),
    stock: await list<StockItem>(stockOf(shopId)),
  }
}

const totalOf = (order: ShopOrder) => order.totals.find(total => total.type === 'total')?.amount

/** An order that is called failed leaves nothing at the other side. Asked as soon as it is, and again at the end. */
export function auditFailure({ orders, holds, charges, token }: Books): Violation[] {
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
    const sold = orders.flatMap(order => order.lines).filter(line => line.sku === item.sku)
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
  if (holds.length > 0) add('confirmed though stock is still held')
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

function auditMail(order: Order, { email }: Purchase): Violation[] {
  const ids = new Set(mailbox.filter(mail => mail.to === email).map(mail => mail.id))
  if (ids.size === 1 && [...ids][0]?.startsWith(`<${order.id}.${order.state}@`)) return []
  return [{ rule: 'mail', words: `mails ${[...ids].join(' ') || 'none'} for an order ${order.state}` }]
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
  const kept = (await readTallyShard('orders', shard, 'month', { from: month, to: month })).get(month) ?? {}
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
  if (order.state === 'failed') found.push(...auditFailure(books))
  if (order.state === 'confirmed') found.push(...auditConfirmed(order, books))
  if (!published.some(event => event.orderId === orderId && event.state === order.state)) {
    found.push({ rule: 2, words: `nobody was told that the order is ${order.state}` })
  }
  if (order.state === 'needs_attention' && !alarms.includes(orderId)) {
    found.push({ rule: 2, words: 'nobody was paged' })
  }
  if (published.some(event => event.state !== order.state)) {
    found.push({ rule: 2, words: 'events say two different ends' })
  }
  if (!isSettled) found.push({ rule: 6, words: 'still being looked at' })
  return [...found, ...auditMail(order, purchase), ...(await auditCounters(order))]
}
