import { setTimeout as pause } from 'node:timers/promises'
import { isEnded } from '#lib/domain/order.ts'
import { type Calls, callsOf, openCart, order, orderBody, tokenize } from '#tests/fixtures/site-calls.ts'
import { siteProcess } from './process-memory.ts'
import type { Line } from './report.ts'
import type { Visit } from './shopper.ts'
import type { Bench } from './start.ts'

const markMegabytes = 400
const alone = 8
const together = 32
const rounds = 2

/** One shopper: opens a cart of two products at three retailers, has a card tokenised, orders. Resolves with the order's id. */
async function purchase(calls: Calls): Promise<string> {
  const { quotes, cookie } = await openCart(calls)
  const quote = quotes.get('harbor-market') ?? [...quotes.values()][0] ?? ''
  return order(calls, orderBody(calls, quote, await tokenize(calls)), cookie)
}

async function untilConfirmed(orderId: string): Promise<void> {
  const { getOrder } = await import('#lib/data/orders.ts')
  for (let attempt = 0; attempt < 600; attempt++) {
    const order = await getOrder(orderId)
    if (order && isEnded(order.state)) {
      if (order.state !== 'confirmed') throw new Error(`${orderId} ended ${order.state}: ${order.reason}`)
      return
    }
    await pause(50)
  }
  throw new Error(`${orderId} did not end`)
}

/** Purchases a second, from the open cart to the confirmed order, by `shoppers` at once who each buy `each`. */
async function rate(calls: Calls, shoppers: number, each: number): Promise<number> {
  const began = performance.now()
  await Promise.all(
    Array.from({ length: shoppers }, async () => {
      for (let bought = 0; bought < each; bought++) await untilConfirmed(await purchase(calls))
    }),
  )
  return (shoppers * each) / ((performance.now() - began) / 1000)
}

/** (f) Purchases a second, and the most memory that the site's process ever held in this run. */
export async function purchases(bench: Bench, visit: Visit): Promise<Line[]> {
  const calls = callsOf(visit.actions)
  await rate(calls, 1, 1)
  const one = await rate(calls, 1, alone)
  const many = await rate(calls, together, rounds)
  const { peakMegabytes } = siteProcess(bench.ports.site)
  return [
    { part: 'f', what: 'Purchases end to end, 1 at a time', measured: `${one.toFixed(2)}/s` },
    { part: 'f', what: `Purchases end to end, ${together} at once`, measured: `${many.toFixed(2)}/s` },
    {
      part: 'f',
      what: 'Peak memory of the site’s process, load tests included',
      measured: `${peakMegabytes.toFixed(0)} MB`,
      mark: `under ${markMegabytes} MB`,
      met: peakMegabytes < markMegabytes,
    },
  ]
}
