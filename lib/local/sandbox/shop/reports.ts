import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { FaultSwitch } from '#lib/local/sandbox/faults.ts'
import { commit, creation, get, list, overwrite, removal } from '#lib/local/sandbox/store.ts'
import { makeKey } from '#lib/retailers/ucp/signatures/keys.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { orderById, presentOrder } from './orders.ts'
import { nextChange } from './parcels.ts'
import type { Business } from './sessions.ts'
import { shopKey } from './signing.ts'

/*
 * How a retailer reports its orders: a look at an order is due when it may have changed; a look that finds a change
 * writes a delivery, which is sent until the platform takes it. Both lie in the table by the time they are due.
 */

type Look = { sk: string; orderId: string }
type Delivery = {
  sk: string
  id: string
  orderId: string
  body: string
  attempt: number
  isForged: boolean
}

const looksOf = (shopId: string) => `${shopId}#look`
const deliveriesOf = (shopId: string) => `${shopId}#delivery`
const reportedOf = (shopId: string) => `${shopId}#reported`
const due = (time: number, rest: string) => `${new Date(time).toISOString()}#${rest}`
const isDue = ({ sk }: { sk: string }) => Date.parse(sk.slice(0, 24)) <= Date.now()
const batch = 25
const mostAttempts = 10

/** Where and as what a look at an order is written that is due at `time` (milliseconds). */
export function lookAt(shopId: string, orderId: string, time: number): [string, string, { orderId: string }] {
  return [looksOf(shopId), due(time, `${orderId}#${randomUUID()}`), { orderId }]
}

async function look({ shop, base }: Business, faults: FaultSwitch, { sk, orderId }: Look): Promise<void> {
  const order = await orderById(shop.id, orderId)
  const report = presentOrder(base, order)
  const news = JSON.stringify([
    report.fulfillment.events.map(({ id }) => id),
    report.adjustments.map(({ id, status }) => [id, status]),
  ])
  const reported = await get<{ news: string }>(reportedOf(shop.id), orderId)
  if (reported?.news !== news) {
    const id = randomUUID()
    const isTwice = faults.take('webhookDuplicate', 'webhook')
    // Held back until a later one has overtaken it.
    const wait = faults.take('webhookOutOfOrder', 'webhook') ? 8000 : 0
    const isForged = faults.take('webhookBadSignature', 'webhook')
    const delivery = { id, orderId, body: JSON.stringify(report), attempt: 1, isForged }
    for (const copy of isTwice ? [1, 2] : [1]) {
      await overwrite(deliveriesOf(shop.id), due(Date.now() + wait, `${id}#${copy}`), delivery)
    }
    await overwrite(reportedOf(shop.id), orderId, { news })
  }
  const next = nextChange(order)
  const later = next === undefined ? [] : [creation(...lookAt(shop.id, orderId, next))]
  await commit([removal(looksOf(shop.id), sk), ...later])
}

const profileShape = z.object({
  ucp: z.object({
    capabilities: z.object({
      'dev.ucp.shopping.order': z.array(z.object({ config: z.object({ webhook_url: z.url() }) })).min(1),
    }),
  }),
})

/** Where a platform wants reports, as its profile says. */
async function webhookUrl(platform: string): Promise<URL> {
  const response = await fetch(platform, { signal: AbortSignal.timeout(3000) })
  const { ucp } = profileShape.parse(await response.json())
  return new URL(ucp.capabilities['dev.ucp.shopping.order'][0]?.config.webhook_url ?? '')
}

async function send({ shop, base }: Business, delivery: Delivery): Promise<boolean> {
  const { platform } = await orderById(shop.id, delivery.orderId)
  if (!platform) return true
  const url = await webhookUrl(platform)
  const { body, id, isForged } = delivery
  const headers = new Headers({
    'content-type': 'application/json',
    'ucp-agent': `profile="${base}/.well-known/ucp"`,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
  })
  const key = await shopKey(shop.id)
  const signature = sign({ method: 'POST', url, headers, body }, isForged ? makeKey(key.kid) : key)
  for (const [name, value] of Object.entries(signature)) headers.set(name, value)
  const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) })
  return answer.ok
}

async function deliver(business: Business, { sk, ...delivery }: Delivery): Promise<void> {
  const { id } = business.shop
  const isTaken = await send(business, { sk, ...delivery }).catch(() => false)
  const attempt = delivery.attempt + 1
  if (!isTaken && attempt <= mostAttempts) {
    const wait = Math.min(3_600_000, 1000 * 2 ** delivery.attempt)
    // A forged one is the fault of one delivery: its repeat is genuine.
    await overwrite(deliveriesOf(id), due(Date.now() + wait, delivery.id), {
      ...delivery,
      attempt,
      isForged: false,
    })
  }
  await commit([removal(deliveriesOf(id), sk)])
}

let isAtWork = false

/** Looks at what may have changed and sends what is to be sent, one after the other. */
export async function sendReports(business: Business, faults: FaultSwitch): Promise<void> {
  if (isAtWork || !business.shop.sendsWebhooks) return
  isAtWork = true
  try {
    const looks = await list<Look>(looksOf(business.shop.id), { limit: batch })
    for (const each of looks.filter(isDue)) await look(business, faults, each)
    const deliveries = await list<Delivery>(deliveriesOf(business.shop.id), { limit: batch })
    await Promise.all(deliveries.filter(isDue).map(each => deliver(business, each)))
  } finally {
    isAtWork = false
  }
}
