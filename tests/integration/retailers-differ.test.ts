import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { money } from '#lib/domain/money.ts'
import type { UcpRetailer } from '#lib/domain/retailer.ts'
import { registryRows } from '#lib/local/sandbox/registry-rows.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterFor } from '#lib/retailers/registry.ts'

/*
 * Servers of the protocol differ from each other. This one says over the wire whatever a test gives it, in turn,
 * and notes what it was asked.
 */

const profile = (endpoint: string) => ({
  ucp: {
    version: '2026-04-08',
    services: { 'dev.ucp.shopping': [{ version: '2026-04-08', transport: 'rest', endpoint }] },
    capabilities: {
      'dev.ucp.shopping.checkout': [{ version: '2026-04-08' }],
      'dev.ucp.shopping.fulfillment': [{ version: '2026-04-08', extends: 'dev.ucp.shopping.checkout' }],
    },
    payment_handlers: { 'com.example.pay': [{ id: 'sandpay', version: '2026-04-08' }] },
  },
})

type Reply = { status: number; body: unknown; headers?: Record<string, string> }
let replies: Reply[] = []
let asked: { method: string; url: string; key: string; body: string }[] = []
let server: Server
let adapter: RetailerAdapter
let row: UcpRetailer

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.url === '/.well-known/ucp') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(profile(`http://${request.headers.host}/ucp`)))
      return
    }
    const key = String(request.headers['idempotency-key'] ?? '')
    asked.push({ method: request.method ?? '', url: request.url ?? '', key, body })
    const reply = replies.shift() ?? { status: 500, body: {} }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body))
  })
  const port = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : 0)
    }),
  )
  const url = `http://127.0.0.1:${port}`
  const [found] = registryRows({ 'harbor-market': url, sandpay: url })
  if (found?.adapter !== 'ucp') throw new Error('no row')
  row = found
  adapter = await adapterFor(row)
})
afterAll(() => new Promise(resolve => server.close(resolve)))
beforeEach(() => {
  replies = []
  asked = []
})

const call = () => ({ key: randomUUID(), signal: AbortSignal.timeout(10_000) })
const session = (parts: object = {}): Reply => ({
  status: 200,
  body: {
    id: 'ses_1',
    status: 'incomplete',
    currency: 'USD',
    totals: [
      { type: 'subtotal', amount: 1000 },
      { type: 'total', amount: 1000 },
    ],
    ...parts,
  },
})
const completed = { status: 'completed', order: { id: 'o-1', permalink_url: 'https://shop.example/o-1' } }
const order = {
  sessionId: 'ses_1',
  reference: 'ord_1',
  total: money(1000, 'USD'),
  payment: { token: 'tok_canary', handlerId: 'sandpay' },
}
const failed = (code: string) => [{ type: 'error', code, content: 'No.', severity: 'recoverable' }]

it.each([
  ['402', { status: 402, body: {} }],
  ['402 without JSON', { status: 402, body: '<h1>Declined</h1>' }],
  ['200 with payment_failed', session({ messages: failed('payment_failed') })],
])('reads a decline said as %s', async (_, reply) => {
  replies = [session(), reply]
  expect(await adapter.place(order, call())).toEqual({ status: 'declined' })
})

it.each([
  ['order.id', completed],
  ['order.order_id', { status: 'completed', order: { order_id: 'o-1' } }],
  ['order_id', { status: 'completed', order_id: 'o-1' }],
])('reads an order named by %s', async (_, parts) => {
  replies = [session(), session(parts)]
  expect(await adapter.place(order, call())).toMatchObject({ status: 'placed', order: { id: 'o-1' } })
})

it.each([
  ['a repeated complete answered with 409', [session(), { status: 409, body: {} }, session(completed)]],
  ['a session completed before', [session(completed)]],
])('finds the order after %s', async (_, given) => {
  replies = given
  expect(await adapter.place(order, call())).toMatchObject({ status: 'placed', order: { id: 'o-1' } })
})

it('completes a session that never says it is ready', async () => {
  replies = [session({ status: 'incomplete' }), session(completed)]
  expect((await adapter.place(order, call())).status).toBe('placed')
})

it.each([
  ['500', { status: 500, body: {} }],
  ['429', { status: 429, body: {} }],
  ['a proxy’s page', { status: 200, body: '<h1>Hello</h1>' }],
  ['an empty 200', { status: 200, body: '' }],
  ['in progress', session({ status: 'complete_in_progress' })],
  ['completed without an order', session({ status: 'completed' })],
])('does not know after %s', async (_, reply) => {
  replies = [session(), reply]
  expect(await adapter.place(order, call())).toEqual({ status: 'unknown' })
})

it('repeats the identical body under the same key, and asks first', async () => {
  const key = call()
  replies = [session(), { status: 503, body: {} }, session(), session(completed)]
  await adapter.place(order, key)
  await adapter.place(order, key)
  expect(asked.map(each => each.method)).toEqual(['GET', 'POST', 'GET', 'POST'])
  expect(asked[3]).toEqual(asked[1])
  expect(asked[1]?.key).toBe(key.key)
  expect(asked.map(each => each.url).join()).not.toContain('canary')
})

it.each([
  ['the total is another', { totals: [{ type: 'total', amount: 999 }] }, 'retailer_refused'],
  [
    'the total is another though it adds up',
    {
      totals: [
        { type: 'subtotal', amount: 999 },
        { type: 'total', amount: 999 },
      ],
    },
    'total_changed',
  ],
  ['the session is cancelled', { status: 'canceled' }, 'quote_expired'],
])('does not tell the retailer to sell when %s', async (_, parts, code) => {
  replies = [session(parts)]
  await expect(adapter.place(order, call())).rejects.toMatchObject({ code })
  expect(asked).toHaveLength(1)
})

it('hands a session that needs the buyer to the retailer’s page', async () => {
  const url = 'https://shop.example/continue'
  replies = [session(), session({ status: 'requires_escalation', continue_url: url })]
  expect(await adapter.place(order, call())).toEqual({ status: 'escalate', url })
})

const request = {
  items: [
    { sku: 'A', retailerSku: 'a', quantity: 1 },
    { sku: 'B', retailerSku: 'b', quantity: 1 },
  ],
  destination: { country: 'US', region: 'NY', postalCode: '10001' } as const,
  currency: 'USD',
}

it('asks again without the line for which a retailer refuses the whole basket', async () => {
  const messages = [{ type: 'error', code: 'out_of_stock', path: '$.line_items[0]', content: 'None.' }]
  const line_items = [{ id: 'l', item: { id: 'b', price: 1000 }, quantity: 1 }]
  replies = [{ status: 400, body: { messages } }, session({ line_items })]
  const quote = await adapter.quote(request, call())
  expect(quote.lines.map(line => line.available)).toEqual([0, 1])
  expect(JSON.parse(asked[1]?.body ?? '{}').line_items).toEqual([{ item: { id: 'b' }, quantity: 1 }])
  expect(asked[1]?.key).not.toBe(asked[0]?.key)
})

it.each([
  ['a success that says it is none', 200, { ucp: { version: '2026-04-08', status: 'error' } }],
  ['422', 422, {}],
])('asks again without the line that is refused by %s', async (_, status, envelope) => {
  const messages = [{ type: 'error', code: 'item_unavailable', path: '$.line_items[1]', content: 'None.' }]
  const line_items = [{ id: 'l', item: { id: 'a', price: 1000 }, quantity: 1 }]
  replies = [{ status, body: { ...envelope, messages } }, session({ line_items })]
  const quote = await adapter.quote(request, call())
  expect(quote.lines.map(line => line.available)).toEqual([1, 0])
})

it('has nothing of a basket that is refused whole, and refuses what it cannot place', async () => {
  const messages = [{ type: 'error', code: 'item_unavailable', content: 'None.' }]
  replies = [{ status: 422, body: { messages } }]
  expect((await adapter.quote(request, call())).lines.map(line => line.available)).toEqual([0, 0])
  replies = [{ status: 400, body: { detail: 'No.' } }]
  await expect(adapter.quote(request, call())).rejects.toMatchObject({ code: 'retailer_refused' })
})

it('finds in the catalogue which line a retailer means that does not say', async () => {
  const line_items = [{ id: 'l', item: { id: 'b', price: 1000 }, quantity: 1 }]
  const price = { amount: 1000, currency: 'USD' }
  const products = [{ variants: [{ id: 'b', price }] }]
  replies = [
    { status: 400, body: { detail: 'Unknown item' } },
    { status: 200, body: { products } },
    session({ line_items }),
  ]
  const quote = await (await adapterFor({ ...row, capabilities: { lookup: true } })).quote(request, call())
  expect(quote.lines.map(line => line.available)).toEqual([0, 1])
  expect(asked[1]?.url).toBe('/ucp/catalog/lookup')
})

it('chooses the cheapest delivery where the retailer chooses none', async () => {
  const options = [
    { id: 'fast', title: 'Fast', totals: [{ type: 'total', amount: 900 }] },
    { id: 'slow', title: 'Slow', totals: [{ type: 'total', amount: 400 }] },
  ]
  const line_items = request.items.map(item => ({
    id: item.sku,
    item: { id: item.retailerSku, price: 500 },
    quantity: 1,
  }))
  const offered = (selected_option_id: string | null) =>
    session({
      line_items,
      fulfillment: { methods: [{ groups: [{ id: 'g', options, selected_option_id }] }] },
    })
  replies = [offered(null), offered('slow')]
  expect((await adapter.quote(request, call())).selectedOptionId).toBe('slow')
  expect(asked[1]).toMatchObject({ method: 'PUT', url: '/ucp/checkout-sessions/ses_1' })
  expect(asked[1]?.body).toContain('"selected_option_id":"slow"')
})

it('follows no redirect: keys and bodies are for the retailer alone', async () => {
  replies = [{ status: 307, body: {}, headers: { location: '/ucp/elsewhere' } }]
  await expect(adapter.quote(request, call())).rejects.toMatchObject({ code: 'retailer_refused' })
  expect(asked).toHaveLength(1)
})

it('reads no answer of more than a megabyte', async () => {
  replies = [{ status: 200, body: 'x'.repeat(1_100_000) }]
  await expect(adapter.quote(request, call())).rejects.toMatchObject({ code: 'retailer_unreachable' })
})
