import { setTimeout as pause } from 'node:timers/promises'
import type { Order } from '#lib/domain/order.ts'
import type { Role } from '#lib/local/ports.ts'
import { type Calls, openCart, order, orderBody, tokenize } from '#tests/fixtures/site-calls.ts'
import { retailerSkuOf } from './articles.ts'
import { disagreements, setStock, stockOf, untilEnded, wronglyMailed } from './books.ts'
import type { Demo } from './demo.ts'

/** How large the trials are. */
export type Size = { purchases: number; rivals: number; inStock: number; frozen: number; isShort: boolean }

export type Trial = { name: string; run: (demo: Demo, calls: Calls, size: Size) => Promise<string[]> }

const patience = 240
const retailers = ['harbor-market', 'greenline', 'parcel-and-pantry'] as const

/** Tries again while the site cannot be reached or cannot answer, as people do. */
async function insist<T>(attempt: () => Promise<T>, seconds = patience): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await pause(300 + Math.random() * 700)
    }
  }
}

let shoppers = 0

/** A shopper who fills a cart and presses the button until an order's page opens: once, whatever happens. */
async function buy(calls: Calls, onOrder: () => void = () => {}): Promise<string> {
  const number = ++shoppers
  const retailer = retailers[number % retailers.length] ?? 'greenline'
  const email = `live-${number}@example.com`
  const { quotes, cookie } = await insist(() => openCart(calls))
  const quote = quotes.get(retailer) ?? [...quotes.values()][0] ?? ''
  const token = await insist(() => tokenize(calls))
  const body = orderBody(calls, quote, token).replace('bench@example.com', email)
  const orderId = await insist(() => order(calls, body, cookie))
  onOrder()
  return orderId
}

/** So many at once; `act` is done when `after` of them have ordered. Resolves with the orders' ids. */
async function buyAtOnce(calls: Calls, count: number, after: number, act: () => Promise<void>) {
  let placed = 0
  let acted: Promise<void> | undefined
  const onOrder = () => {
    placed += 1
    if (placed === after) acted = act()
  }
  const orderIds = await Promise.all(Array.from({ length: count }, () => buy(calls, onOrder)))
  await acted
  return orderIds
}

/** What the schedule does in its own time, without waiting for orders to come due. */
function hurry(): () => Promise<void> {
  let next = 0
  return async () => {
    if (Date.now() < next) return
    next = Date.now() + 15_000
    const { reconcile } = await import('#lib/workflow/reconcile.ts')
    await reconcile(new Date(Date.now() + 600_000))
  }
}

const count = (orders: readonly Order[], state: Order['state']) =>
  orders.filter(each => each.state === state).length

function expectEqual(what: string, found: unknown, expected: unknown): string[] {
  return found === expected ? [] : [`${what}: ${found}, and not ${expected}`]
}

const killed: Trial = {
  name: 'kill -9 of everything in the middle of purchases loses none',
  run: async (demo, calls, { purchases, isShort }) => {
    const orderIds = await buyAtOnce(calls, purchases, Math.ceil(purchases / 3), async () => {
      await demo.killAll()
      await demo.start()
    })
    const orders = await untilEnded(orderIds, patience, isShort ? hurry() : undefined)
    const found = [
      ...expectEqual('orders', new Set(orderIds).size, purchases),
      ...(await disagreements(demo.ports, orders)),
    ]
    if (isShort) return found
    // A mail that was on its way is sent again by the schedule, some minutes later.
    let wrong = await wronglyMailed(demo.ports, orders)
    for (const end = Date.now() + 600_000; wrong.length > 0 && Date.now() < end; await pause(5000)) {
      wrong = await wronglyMailed(demo.ports, orders)
    }
    return [...found, ...wrong]
  },
}

/** The first article of the recorded cart alone, once. */
function oneOfOne(body: string): { body: string; sku: string } {
  const [view, ...rest] = JSON.parse(body) as [{ changes: { sku: string; quantity: number }[] }, ...unknown[]]
  const [first] = view.changes
  const changes = first ? [{ ...first, quantity: 1 }] : []
  return { body: JSON.stringify([{ ...view, changes }, ...rest]), sku: first?.sku ?? '' }
}

const soldOut: Trial = {
  name: 'more shoppers than stock: exactly the stock is sold',
  run: async (demo, calls, { rivals, inStock }) => {
    const retailer: Role = 'harbor-market'
    const sku = retailerSkuOf(oneOfOne(calls.open.body).sku, retailer)
    const before = (await stockOf(demo.ports, retailer, sku)) ?? 0
    await setStock(demo.ports, retailer, sku, inStock)
    // All have compared prices and typed their card before the first presses the button.
    const ready = await Promise.all(
      Array.from({ length: rivals }, () =>
        insist(async () => {
          const { quotes, cookie } = await openCart(calls, body => oneOfOne(body).body)
          const quote = quotes.get(retailer)
          if (!quote) throw new Error('no quote')
          return { cookie, body: orderBody(calls, quote, await tokenize(calls)) }
        }),
      ),
    )
    const orderIds = await Promise.all(
      ready.map(({ body, cookie }) => insist(() => order(calls, body, cookie))),
    )
    const orders = await untilEnded(orderIds, patience)
    const left = await stockOf(demo.ports, retailer, sku)
    await setStock(demo.ports, retailer, sku, before)
    return [
      ...expectEqual('sold', count(orders, 'confirmed'), inStock),
      ...expectEqual('refused', count(orders, 'failed'), rivals - inStock),
      ...expectEqual('left in stock', left, 0),
      ...(await disagreements(demo.ports, orders)),
    ]
  },
}

const pressedTwice: Trial = {
  name: 'two tabs, a double click and a replayed request make one order',
  run: async (demo, calls) => {
    const { quotes, cookie } = await insist(() => openCart(calls))
    const tabs: string[] = []
    for (const quote of [...quotes.values()].slice(0, 2)) {
      tabs.push(orderBody(calls, quote, await tokenize(calls)))
    }
    // The tab that comes second hears of the first one's order, or that the cart is empty by now.
    const press = (body: string) => order(calls, body, cookie).catch(() => undefined)
    const clicks = await Promise.all(tabs.map(body => Promise.all([press(body), press(body)])))
    const known = new Set(clicks.flat().filter(id => id !== undefined))
    const orders = await untilEnded([...known], patience)
    const winner = clicks.findIndex(([first, second]) => first !== undefined && second !== undefined)
    const replays = await Promise.all(tabs.map(press))
    return [
      ...expectEqual('tabs', tabs.length, 2),
      ...expectEqual('orders', new Set([...known, ...replays.filter(id => id !== undefined)]).size, 1),
      ...expectEqual('a replay of what was ordered', known.has(replays[winner] ?? ''), true),
      ...(await disagreements(demo.ports, orders)),
    ]
  },
}

const frozen: Trial = {
  name: 'the database stopped in the middle of purchases loses none',
  run: async (demo, calls, size) => {
    const purchases = Math.ceil(size.purchases / 3)
    const orderIds = await buyAtOnce(calls, purchases, Math.ceil(purchases / 3), () =>
      demo.freezeDatabase(size.frozen),
    )
    const orders = await untilEnded(orderIds, patience, size.isShort ? hurry() : undefined)
    return [
      ...expectEqual('orders', new Set(orderIds).size, purchases),
      ...(await disagreements(demo.ports, orders)),
    ]
  },
}

/** In this order: what is killed comes last. */
export const trials: readonly Trial[] = [pressedTwice, soldOut, frozen, killed]
