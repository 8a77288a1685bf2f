import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UcpRetailer } from '#lib/domain/retailer.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { signingKey } from '#lib/retailers/signing-keys.ts'
import { fetchProfile, forgetProfiles } from '#lib/retailers/ucp/profile/fetch-profile.ts'
import { makeKey, type PrivateKey, publicHalf } from '#lib/retailers/ucp/signatures/keys.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { verify } from '#lib/retailers/ucp/signatures/verify.ts'

/* A retailer whose profile, keys and signatures a test can change while it runs. */

let server: Server
let base: string
let keys: PrivateKey[]
let signsWith: PrivateKey | undefined
let isDown: boolean
let asked: { url: string; headers: IncomingHttpHeaders }[]
let sentBody: (text: string) => string

const session = {
  id: 'ses_1',
  currency: 'USD',
  totals: [
    { type: 'subtotal', amount: 500 },
    { type: 'total', amount: 500 },
  ],
  line_items: [{ id: 'l', item: { id: 'a', price: 500 }, quantity: 1 }],
}

function profile() {
  return {
    ucp: {
      version: '2026-04-08',
      services: {
        'dev.ucp.shopping': [{ version: '2026-04-08', transport: 'rest', endpoint: `${base}/api` }],
      },
      capabilities: { 'dev.ucp.shopping.checkout': [{ version: '2026-04-08' }] },
      payment_handlers: {},
    },
    signing_keys: keys.map(publicHalf),
  }
}

beforeEach(async () => {
  forgetProfiles()
  asked = []
  isDown = false
  keys = [makeKey('shop-1')]
  signsWith = undefined
  sentBody = text => text
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    if (isDown) return response.destroy()
    if (request.url === '/.well-known/ucp') {
      const etag = `"${keys.map(key => key.kid).join()}"`
      const headers = { 'content-type': 'application/json', 'cache-control': 'max-age=120', etag }
      if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end()
      return response.writeHead(200, headers).end(JSON.stringify(profile()))
    }
    const body = JSON.stringify(session)
    const headers = { 'content-type': 'application/json' }
    const signature = signsWith ? sign({ status: 201, headers: new Headers(headers), body }, signsWith) : {}
    return response.writeHead(201, { ...headers, ...signature }).end(sentBody(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  base = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
})
afterEach(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

const row = (): UcpRetailer => ({
  id: 'shop',
  name: 'Shop',
  blurb: 'A shop.',
  enabled: true,
  position: 1,
  adapter: 'ucp',
  endpoint: base,
  quoteDeadline: 3,
  capabilities: {},
})
async function quote() {
  const adapter = await adapterFor(row())
  return adapter.quote(
    {
      items: [{ sku: 'A', retailerSku: 'a', quantity: 1 }],
      destination: { country: 'US', region: 'NY', postalCode: '10001' },
      currency: 'USD',
    },
    { key: crypto.randomUUID(), signal: AbortSignal.timeout(5000) },
  )
}
const profilesAsked = () => asked.filter(each => each.url === '/.well-known/ucp')
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

it('a row with nothing but an address is enough to ask for a price, by a signed request', async () => {
  expect((await quote()).totals.total.amount).toBe(500)
  const call = asked.find(each => each.url === '/api/checkout-sessions')
  const headers = new Headers(call?.headers as Record<string, string>)
  expect(headers.get('x-api-key')).toBeNull()
  expect(headers.get('signature-input')).toContain('"@authority" "@path" "ucp-agent" "idempotency-key"')
  const { kid } = await signingKey()
  expect(headers.get('signature-input')).toContain(`keyid="${kid}"`)
})

describe('a profile', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))

  it('is asked for once while it is fresh, then by its ETag', async () => {
    await Promise.all([quote(), quote()])
    await quote()
    expect(profilesAsked()).toHaveLength(1)
    pass(121)
    await quote()
    expect(profilesAsked()).toHaveLength(2)
    expect(profilesAsked()[1]?.headers['if-none-match']).toBe('"shop-1"')
  })

  it('stays good for a day while its server does not answer, and no longer', async () => {
    const address = `${base}/.well-known/ucp`
    const known = await fetchProfile(address)
    isDown = true
    pass(3600)
    expect(await fetchProfile(address)).toEqual(known)
    await fetchProfile(address)
    expect(profilesAsked()).toHaveLength(2)
    pass(24 * 3600)
    await expect(fetchProfile(address)).rejects.toMatchObject({ code: 'retailer_unreachable' })
  })

  it('is read anew for a key it does not have yet, at most every half minute', async () => {
    signsWith = keys[0]
    await quote()
    const fresh = makeKey('shop-2')
    keys = [...keys, fresh]
    signsWith = fresh
    pass(31)
    await quote()
    expect(profilesAsked()).toHaveLength(2)
    signsWith = makeKey('made-up')
    await expect(quote()).rejects.toMatchObject({ code: 'retailer_unreachable' })
    await expect(quote()).rejects.toMatchObject({ code: 'retailer_unreachable' })
    expect(profilesAsked()).toHaveLength(2)
  })
})

it('an answer that was changed on its way counts as no answer', async () => {
  signsWith = keys[0]
  sentBody = text => text.replace('500', '400')
  await expect(quote()).rejects.toMatchObject({ code: 'retailer_unreachable' })
})

it('what we send can be verified by anyone with our published key', async () => {
  await quote()
  const call = asked.find(each => each.url === '/api/checkout-sessions')
  const headers = new Headers(call?.headers as Record<string, string>)
  const body = undefined
  // The digest stands for the body here, which this server does not keep.
  const message = { method: 'POST', url: new URL(`${base}/api/checkout-sessions`), headers, body }
  expect(verify(message, [publicHalf(await signingKey())], { maxAge: 60 }).created).toBeInstanceOf(Date)
})
