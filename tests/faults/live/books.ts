import { setTimeout as pause } from 'node:timers/promises'
import { endStates, isSettled, type Order } from '#lib/domain/order.ts'
import { type Ports, type Role, retailerIds } from '#lib/local/ports.ts'

type TheirOrder = { id: string; reference?: string; chargeId: string; status: string; total: number }
type Charge = { id: string; reference: string; amount: number; status: string }
type Hold = { sessionId: string }
type StockItem = { sku: string; available: number }

/** Everything the other side has on paper. */
export type Books = { orders: TheirOrder[]; charges: Charge[]; holds: Hold[] }

async function ask<T>(ports: Ports, business: Role, path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${ports[business]}/sandbox/${path}`, init)
  if (!answer.ok) throw new Error(`${business} answered ${answer.status}`)
  return (await answer.json()) as T
}

export async function readBooks(ports: Ports): Promise<Books> {
  const { charges } = await ask<{ charges: Charge[] }>(ports, 'sandpay', 'charges')
  const orders: TheirOrder[] = []
  const holds: Hold[] = []
  for (const id of retailerIds) {
    orders.push(...(await ask<{ orders: TheirOrder[] }>(ports, id, 'orders')).orders)
    holds.push(...(await ask<{ holds: Hold[] }>(ports, id, 'holds')).holds)
  }
  return { orders, charges, holds }
}

export async function stockOf(ports: Ports, retailer: Role, sku: string): Promise<number | undefined> {
  const { stock } = await ask<{ stock: StockItem[] }>(ports, retailer, 'stock')
  return stock.find(item => item.sku === sku)?.available
}

export async function setStock(ports: Ports, retailer: Role, sku: string, available: number): Promise<void> {
  await ask(ports, retailer, 'stock', { method: 'PUT', body: JSON.stringify({ sku, available }) })
}

/** What one order of ours and the other side's books say of each other, where they disagree. */
function compare(order: Order, books: Books): string[] {
  const theirs = books.orders.filter(({ reference }) => reference === order.id)
  const charges = books.charges.filter(({ reference }) => reference === order.id)
  const taken = charges.filter(({ status }) => status === 'captured')
  const isHeld = books.holds.some(({ sessionId }) => sessionId === order.sessionId)
  const total = order.totals.total.amount
  const wrong: string[] = []
  if (isHeld) wrong.push('its stock is still held')
  if (order.state === 'confirmed') {
    if (theirs.length !== 1) wrong.push(`the retailer has ${theirs.length} orders of it`)
    if (theirs[0] && theirs[0].id !== order.retailerOrder?.id) wrong.push('the retailer has another order')
    if (theirs.some(each => each.total !== total)) wrong.push('it was sold at another total')
    if (taken.length !== 1 || taken[0]?.amount !== total) wrong.push(`it was charged ${taken.length} times`)
  } else if (order.state === 'failed') {
    if (theirs.length > 0) wrong.push('the retailer sold it')
    if (taken.length > 0) wrong.push('it was charged')
  } else wrong.push('it did not come to a clear end')
  return wrong.map(words => `${order.id} ${order.state}: ${words}`)
}

/**
 * Where the books of the two sides disagree about these orders, or the other side has something that no order of ours
 * asked for. Empty when they are equal.
 */
export async function disagreements(ports: Ports, orders: readonly Order[]): Promise<string[]> {
  const books = await readBooks(ports)
  const wrong = orders.flatMap(order => compare(order, books))
  const { getOrder } = await import('#lib/data/orders.ts')
  const references = [...books.orders, ...books.charges].map(({ reference = '' }) => reference)
  for (const reference of new Set(references)) {
    if (!(await getOrder(reference))) wrong.push(`nobody here ordered what they know as ${reference}`)
  }
  return wrong
}

/** Waits until each of these orders has ended. Throws what is left after so many seconds. */
export async function untilEnded(
  orderIds: readonly string[],
  seconds: number,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<Order[]> {
  const { getOrder } = await import('#lib/data/orders.ts')
  const ended = new Map<string, Order>()
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    for (const id of orderIds) {
      if (ended.has(id)) continue
      const order = await getOrder(id)
      if (order && isSettled(order)) ended.set(id, order)
    }
    if (ended.size === new Set(orderIds).size) return orderIds.flatMap(id => ended.get(id) ?? [])
    if (Date.now() > deadline) {
      throw new Error(`${orderIds.length - ended.size} of ${orderIds.length} orders did not end`)
    }
    await meanwhile()
    await pause(250)
  }
}

type Mail = { headers: Record<string, string> }

/** Which of these orders were not mailed how they ended, exactly once. */
export async function wronglyMailed(ports: Ports, orders: readonly Order[]): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${ports.inbox}/api/email`)
  const mails = (await answer.json()) as Mail[]
  const ids = new Set(mails.map(mail => mail.headers['message-id'] ?? ''))
  return orders.flatMap(({ id, state }) => {
    // Of parcels and money back there are mails of their own.
    const about = [...ids].filter(each => endStates.some(end => each.includes(`${id}.${end}@`)))
    const isRight = about.length === 1 && about[0]?.includes(`${id}.${state}@`)
    return isRight ? [] : [`${id} ${state}: mails ${about.join(' ') || 'none'}`]
  })
}
