import { setTimeout as pause } from 'node:timers/promises'
import type { Request } from 'playwright'
import { isEnded } from '#lib/domain/order.ts'
import { siteProcess } from './process-memory.ts'
import type { Line } from './report.ts'
import type { Visit } from './shopper.ts'
import type { Bench } from './start.ts'

const markMegabytes = 400
const alone = 8
const together = 32
const rounds = 2

/** One of the browser's calls, to be sent again by others: its address and headers without its cookie. */
type Call = { url: string; headers: Record<string, string>; body: string }

function callOf(requests: readonly Request[], matches: (request: Request) => boolean): Call {
  const request = requests.find(matches)
  if (!request) throw new Error('the browser did not make a call that was waited for')
  const wanted = ['next-action', 'next-router-state-tree', 'content-type', 'accept', 'origin']
  const headers = Object.entries(request.headers()).filter(([name]) => wanted.includes(name))
  return { url: request.url(), headers: Object.fromEntries(headers), body: request.postData() ?? '' }
}

type Calls = { open: Call; tokenize: Call; place: Call }

function callsOf({ actions }: Visit): Calls {
  const isAction = (request: Request) => 'next-action' in request.headers()
  return {
    open: callOf(
      actions,
      request => isAction(request) && (request.postData() ?? '').includes('"changes":[{'),
    ),
    tokenize: callOf(actions, request => request.url().includes('/tokenize')),
    place: callOf(actions, request => isAction(request) && (request.postData() ?? '').includes('"payments"')),
  }
}

async function send(call: Call, body: string, cookie?: string): Promise<{ text: string; cookie?: string }> {
  const headers = cookie ? { ...call.headers, cookie } : call.headers
  const answer = await fetch(call.url, { method: 'POST', headers, body })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${call.url}: ${answer.status}`)
  return { text, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] }
}

type Opened = { data?: { outcomes?: { status: string; quote?: { id: string; retailerId: string } }[] } }

/** A quote, Harbor Market's if it answered in time, found in the answer of the action: lines of JSON, each after a number. */
function quoteIn(answer: string): string | undefined {
  const line = answer.split('\n').find(each => each.includes('"outcomes"'))
  const { data } = JSON.parse(line?.slice(line.indexOf(':') + 1) ?? '{}') as Opened
  const quotes = data?.outcomes?.flatMap(outcome => outcome.quote ?? []) ?? []
  return (quotes.find(quote => quote.retailerId === 'harbor-market') ?? quotes[0])?.id
}

let nextChange = 0

/** One shopper: opens a cart of two products at three retailers, has a card tokenised, orders. Resolves with the order's id. */
async function purchase(calls: Calls): Promise<string> {
  const openBody = calls.open.body.replace(/chg_\d+/g, () => `change-${++nextChange}-bench`)
  const opened = await send(calls.open, openBody)
  const quote = quoteIn(opened.text)
  if (!quote || !opened.cookie) throw new Error(`no quote to accept: ${opened.text.slice(0, 300)}`)
  const { token } = JSON.parse((await send(calls.tokenize, calls.tokenize.body)).text) as { token: string }
  const placeBody = calls.place.body.replace(/quo_\w+/g, quote).replace(/tok_[\w-]+/, token)
  const placed = await send(calls.place, placeBody, opened.cookie)
  const orderId = /ord_\w+/.exec(placed.text)?.[0]
  if (!orderId) throw new Error(`not ordered: ${placed.text.slice(0, 300)}`)
  return orderId
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
  const calls = callsOf(visit)
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
