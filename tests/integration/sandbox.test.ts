import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { config } from '#lib/config.ts'
import { money } from '#lib/domain/money.ts'
import { type ShopId, shops } from '#lib/local/sandbox/shop/shops.ts'
import { sandboxKey } from '#lib/local/sandbox-keys.ts'
import { verifyPayment } from '#lib/retailers/payment.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { signingKey } from '#lib/retailers/signing-keys.ts'
import { makeKey } from '#lib/retailers/ucp/signatures/keys.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { faultsOf, hasSchemas, type Kind, type Operation } from '#tests/fixtures/protocol-schemas.ts'
import { type Sandbox, startSandbox } from '#tests/fixtures/sandbox.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox?.stop())

const id = 'harbor-market'
const sku = 'oats'
const headers = () => ({
  'content-type': 'application/json',
  'idempotency-key': randomUUID(),
  'request-id': randomUUID(),
  'ucp-agent': `profile="${config.SITE_URL}/.well-known/ucp"`,
  'x-api-key': sandboxKey(id),
})
const basket = { line_items: [{ item: { id: sku }, quantity: 1 }] }

type Sent = { method?: string; body?: string; headers?: Record<string, string> }

/** A request as this site signs it; `tamper` changes it on its way. */
async function send(path: string, sent: Sent = {}, tamper: (signed: Headers) => Sent = () => ({})) {
  const url = new URL(`${sandbox.urlOf(id)}/ucp${path}`)
  const message = { method: 'POST', ...sent, url, headers: new Headers({ ...headers(), ...sent.headers }) }
  const signature = sign(message, await signingKey())
  const signed = new Headers({ ...Object.fromEntries(message.headers), ...signature })
  const response = await fetch(url, {
    method: message.method,
    body: message.body,
    headers: signed,
    ...tamper(signed),
  })
  const text = await response.text()
  const body = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>)
  return { status: response.status, body }
}

const without = (given: Headers, ...names: string[]) =>
  Object.fromEntries([...given].filter(([name]) => !names.includes(name)))

describe('bad input', () => {
  beforeAll(() => sandbox.stock(id, { sku, title: 'Oats', price: 500, available: 10 }))

  const refused = async (status: number, path: string, init: Sent) => {
    const answer = await send(path, init)
    expect(answer.status).toBe(status)
    return answer.body
  }

  it.each([
    ['text that is not JSON', 400, '{'],
    ['no lines', 422, JSON.stringify({ line_items: [] })],
    ['a quantity of 0', 422, JSON.stringify({ line_items: [{ item: { id: sku }, quantity: 0 }] })],
    ['a quantity of −1', 422, JSON.stringify({ line_items: [{ item: { id: sku }, quantity: -1 }] })],
    ['a quantity of 1.5', 422, JSON.stringify({ line_items: [{ item: { id: sku }, quantity: 1.5 }] })],
    ['a quantity of 10⁹', 422, JSON.stringify({ line_items: [{ item: { id: sku }, quantity: 1e9 }] })],
    ['totals of the caller’s own', 422, JSON.stringify({ ...basket, totals: [] })],
    ['a session id of the caller’s own', 422, JSON.stringify({ ...basket, id: 'mine' })],
    [
      'an article it does not have',
      422,
      JSON.stringify({ line_items: [{ item: { id: 'x' }, quantity: 1 }] }),
    ],
  ])('refuses %s with %i', async (_, status, body) => {
    const answer = await refused(status, '/checkout-sessions', { body })
    expect(answer?.messages).toBeInstanceOf(Array)
  })

  it('refuses a body over 64 KB with 413', async () => {
    const body = JSON.stringify({ ...basket, padding: 'x'.repeat(70_000) })
    await refused(413, '/checkout-sessions', { body })
  })

  it.each([
    ['x-api-key', 401, 'wrong'],
    ['idempotency-key', 400, 'not-a-uuid'],
    ['request-id', 400, ''],
    ['ucp-agent', 400, 'someone'],
    ['content-type', 415, 'text/plain'],
  ])('refuses a wrong %s with %i', async (name, status, value) => {
    await refused(status, '/checkout-sessions', { body: JSON.stringify(basket), headers: { [name]: value } })
  })

  it.each([
    ['no signature', (signed: Headers) => ({ headers: without(signed, 'signature', 'signature-input') })],
    ['half a signature', (signed: Headers) => ({ headers: without(signed, 'signature') })],
    ['another body than was signed', () => ({ body: JSON.stringify({ ...basket, context: {} }) })],
    [
      'another key than was signed',
      (signed: Headers) => ({
        headers: { ...without(signed), 'idempotency-key': randomUUID() },
      }),
    ],
    [
      'the signature of someone unknown',
      (signed: Headers) => {
        const message = { method: 'POST', url: new URL(sandbox.urlOf(id)), headers: signed }
        return { headers: { ...without(signed), ...sign(message, makeKey('stranger')) } }
      },
    ],
  ])('refuses %s with 401', async (_, tamper) => {
    const { status, body } = await send('/checkout-sessions', { body: JSON.stringify(basket) }, tamper)
    expect(status).toBe(401)
    expect(body?.messages).toMatchObject([{ code: expect.stringMatching(/^signature_(missing|invalid)$/) }])
  })

  it('answers 404 for what is not there and 405 for what cannot be done', async () => {
    await refused(404, '/checkout-sessions/ses_none', { method: 'GET' })
    await refused(404, '/orders/hm_none', { method: 'GET' })
    await refused(404, '/nothing', { method: 'GET' })
    await refused(405, '/catalog/lookup', { method: 'GET' })
  })

  it('refuses a second request under a used key with 409, and repeats the answer to the same one', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const first = await send('/checkout-sessions', { body: JSON.stringify(basket), headers: key })
    const again = await send('/checkout-sessions', { body: JSON.stringify(basket), headers: key })
    expect(first.status).toBe(201)
    expect(again).toEqual(first)
    const other = { line_items: [{ item: { id: sku }, quantity: 2 }] }
    await refused(409, '/checkout-sessions', { body: JSON.stringify(other), headers: key })
  })

  it('sells nothing from a session without a buyer', async () => {
    const { body } = await send('/checkout-sessions', { body: JSON.stringify(basket) })
    const payment = { instruments: [{ handler_id: 'sandpay', credential: { token: 'tok_none' } }] }
    const answer = await send(`/checkout-sessions/${body?.id}/complete`, {
      body: JSON.stringify({ payment }),
    })
    expect(answer.body?.status).toBe('incomplete')
    expect(answer.body?.order).toBeUndefined()
    expect(JSON.stringify(answer.body?.messages)).toContain('An e-mail address is needed.')
  })

  it('refuses a fault that does not exist', async () => {
    const faults = `${sandbox.urlOf(id)}/sandbox/faults`
    const response = await fetch(faults, { method: 'POST', body: '{"explode":true}' })
    expect(response.status).toBe(422)
  })
})

describe('card fields', () => {
  const post = async (fields: object, key = 'pk_sandbox_marram') => {
    const response = await fetch(`${sandbox.urlOf('sandpay')}/tokenize?key=${key}`, {
      method: 'POST',
      body: JSON.stringify({ number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123', ...fields }),
    })
    return { response, body: (await response.json()) as { problems?: { field: string; code: string }[] } }
  }

  it.each([
    [{ number: '4242 4242 4242 4241' }, 'number', 'invalid_number'],
    [{ number: '5555 5555 5555 4444' }, 'number', 'test_cards_only'],
    [{ expiry: '12/20' }, 'expiry', 'expired_card'],
    [{ expiry: '13/40' }, 'expiry', 'invalid_expiry'],
    [{ cvc: '12' }, 'cvc', 'invalid_cvc'],
  ])('refuses %o and names the field', async (fields, field, code) => {
    const { response, body } = await post(fields)
    expect(response.status).toBe(422)
    expect(body.problems).toMatchObject([{ field, code }])
  })

  it('answers any site’s browser, and no one without the publishable key', async () => {
    const { response, body } = await post({})
    expect(response.status).toBe(201)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(JSON.stringify(body)).not.toContain('4242424242424242')
    expect((await post({}, 'none')).response.status).toBe(401)
  })
})

describe('the pages', () => {
  it.each([
    [id, '/', 'Stock'],
    [id, '/sessions', 'Sessions'],
    [id, '/orders', 'Orders'],
    [id, '/faults', 'Delay'],
    ['sandpay', '/', '4000 0000 0000 0002'],
  ])('of %s show %s', async (business, path, words) => {
    const response = await fetch(`${sandbox.urlOf(business)}${path}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(words)
  })

  it('show names as text, never as markup', async () => {
    await sandbox.stock(id, { sku: 'evil', title: '<script>alert(1)</script>', price: 1, available: 1 })
    const html = await (await fetch(sandbox.urlOf(id))).text()
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(html).not.toContain('<script>')
  })

  it('switch faults on', async () => {
    const form = new URLSearchParams({ delayMilliseconds: '5', operations: 'complete update' })
    await fetch(`${sandbox.urlOf(id)}/faults`, { method: 'POST', body: form })
    const faults = await (await fetch(`${sandbox.urlOf(id)}/sandbox/faults`)).json()
    expect(faults).toMatchObject({ delayMilliseconds: 5, operations: ['complete', 'update'] })
    await sandbox.resetFaults(id)
  })
})

describe.each(['harbor-market', 'greenline', 'parcel-and-pantry'])('the protocol at %s', business => {
  type Exchange = { method: string; path: string; status: number; request?: unknown; answer: unknown }
  const exchanges: Exchange[] = []
  const original = globalThis.fetch

  beforeAll(async () => {
    await sandbox.stock(business, { sku, title: 'Oats', price: 500, available: 10 })
    await sandbox.stock(business, { sku: 'few', title: 'Few', price: 700, available: 1 })
    globalThis.fetch = async (input, init) => {
      const response = await original(input, init)
      const url = new URL(String(input))
      if (url.pathname.startsWith('/ucp') && typeof init?.body !== 'object') {
        const text = await response.clone().text()
        exchanges.push({
          method: init?.method ?? 'GET',
          path: url.pathname.slice(4),
          status: response.status,
          request: init?.body === undefined ? undefined : JSON.parse(String(init.body)),
          answer: text === '' ? undefined : JSON.parse(text),
        })
      }
      return response
    }
    await wholePurchase(business)
  })
  afterAll(() => {
    globalThis.fetch = original
  })

  const of = (method: string, pattern: RegExp) =>
    exchanges.filter(exchange => exchange.method === method && pattern.test(exchange.path))

  function check(found: Exchange[], part: 'request' | 'answer', kinds: Kind[], operation?: Operation) {
    expect(found.length).toBeGreaterThan(0)
    for (const exchange of found) {
      const all = exchange.status < 400 || exchange.status === 402 ? kinds : (['error'] as const)
      const checked = part === 'request' ? kinds : all
      for (const kind of hasSchemas ? checked : []) {
        expect(faultsOf(kind, exchange[part], operation), `${exchange.method} ${exchange.path}`).toBe('')
      }
    }
  }
  const checkout: Kind[] = ['fulfilment', 'discount', 'consent']

  it('is spoken by our requests', () => {
    const creates = of('POST', /^\/checkout-sessions$/)
    const updates = of('PUT', /^\/checkout-sessions\/[^/]+$/)
    const completes = of('POST', /\/complete$/)
    check(creates, 'request', checkout, 'create')
    check(updates, 'request', checkout, 'update')
    check(completes, 'request', checkout, 'complete')
    check(of('POST', /^\/catalog\/lookup$/), 'request', ['lookupRequest'])
    for (const { request } of [...creates, ...updates, ...completes]) {
      for (const name of ['id', 'ucp', 'totals', 'status']) expect(request).not.toHaveProperty(name)
    }
    for (const { request } of updates) expect(request).toHaveProperty('fulfillment.methods')
  })

  it('is spoken by its answers', async () => {
    check(of('POST', /^\/checkout-sessions(\/[^/]+\/(complete|cancel))?$/), 'answer', checkout)
    check(of('PUT', /^\/checkout-sessions\//), 'answer', checkout)
    check(of('GET', /^\/checkout-sessions\//), 'answer', checkout)
    check(of('GET', /^\/orders\//), 'answer', ['order'])
    check(of('POST', /^\/catalog\/lookup$/), 'answer', ['lookup'])
    const profile = await (await fetch(`${sandbox.urlOf(business)}/.well-known/ucp`)).json()
    // One of the three leaves the wrapper out, as some servers do.
    const wrapped = 'ucp' in profile ? profile : { ucp: profile }
    expect(wrapped).toHaveProperty('ucp.services')
    if (hasSchemas) expect(faultsOf('profile', wrapped)).toBe('')
  })
})

/** Every call of the contract once, with its refusals, so that each is on record. */
async function wholePurchase(business: string) {
  const retailer = sandbox.retailer(business)
  const adapter = await adapterFor(retailer)
  const call = () => ({ key: randomUUID(), signal: AbortSignal.timeout(25_000) })
  const items = [
    { sku: 'MRM-1', retailerSku: sku, quantity: 2 },
    { sku: 'MRM-2', retailerSku: 'few', quantity: 4 },
    { sku: 'MRM-3', retailerSku: 'none', quantity: 1 },
  ]
  const destination = { country: 'US', region: 'CA', postalCode: '94043' } as const
  const discountCode = shops[business as ShopId].discount.code
  const asked = { items, destination, currency: 'USD', discountCode, loyaltyId: retailer.loyalty?.example }
  await adapter.lookup(
    items.map(item => ({ ...item, slug: 'marram' })),
    call(),
  )
  const partial = await adapter.quote({ ...asked, loyaltyId: 'nonsense', discountCode: 'NONE' }, call())
  await adapter.cancelSession(partial.sessionId, call())
  await adapter.quote({ ...asked, items: items.slice(2) }, call())
  await adapter.getSession('ses_none', call())
  const request = { ...asked, items: items.slice(0, 1) }
  const quote = await adapter.quote(request, call())
  const { sessionId } = quote
  const optionId = quote.options.at(-1)?.id ?? ''
  const { totals } = await adapter.selectOption({ ...request, sessionId, optionId }, call())
  const reference = `ord_${randomUUID()}`
  await adapter.prepare(
    {
      ...request,
      reference,
      sessionId,
      optionId,
      total: totals.total,
      contact: { email: 'ada@example.com', phone: '+12125550123' },
      consents: { brand_marketing: false, brand_analytics: false, retailer_marketing: true },
      address: {
        ...destination,
        firstName: 'Ada',
        lastName: 'Ferry',
        street: '1 Shore Road',
        extra: 'Flat 2',
        city: 'Mountain View',
      },
    },
    call(),
  )
  await adapter.reserve(sessionId, call())
  for (const number of ['4000000000000341', '4242424242424242']) {
    const { token, display } = await sandbox.tokenize(number)
    const payment = {
      orderId: reference,
      retailerId: business,
      token,
      display,
      amount: money(totals.total.amount, 'USD'),
    }
    await verifyPayment({ payment, ...call() })
    const order = { sessionId, reference, total: totals.total, payment: { token, handlerId: 'sandpay' } }
    const placed = await adapter.place(order, call())
    if (placed.status !== 'placed') continue
    await adapter.getOrder(placed.order.id, call())
    await adapter.getSession(sessionId, call())
    const [kept] = await sandbox.orders(business, reference)
    expect(kept?.marketing).toBe(true)
  }
}
