import { describe, expect, it } from 'vitest'
import type { UcpRetailer } from '#lib/domain/retailer.ts'
import { platformProfile } from '#lib/retailers/ucp/platform.ts'
import { lifetimeOf } from '#lib/retailers/ucp/profile/freshness.ts'
import { negotiate, olderProfile } from '#lib/retailers/ucp/profile/negotiate.ts'
import { profileAddress } from '#lib/retailers/ucp/profile/profile-of.ts'
import { readProfile } from '#lib/retailers/ucp/profile/shape.ts'
import { rotated } from '#lib/retailers/ucp/signatures/key-set.ts'
import { makeKey, publicHalf } from '#lib/retailers/ucp/signatures/keys.ts'
import { faultsOf, hasSchemas } from '#tests/fixtures/protocol-schemas.ts'

const version = '2026-04-08'
const key = publicHalf(makeKey('shop-1'))
const row: UcpRetailer = {
  id: 'shop',
  name: 'Shop',
  blurb: 'A shop.',
  enabled: true,
  position: 1,
  adapter: 'ucp',
  endpoint: 'https://shop.example',
  quoteDeadline: 3,
  capabilities: {},
}
const rest = (changes: object = {}) => ({
  version,
  transport: 'rest',
  endpoint: 'https://api.shop.example/ucp/',
  ...changes,
})
const ucp = (changes: object = {}) => ({
  version,
  services: { 'dev.ucp.shopping': [{ version, transport: 'mcp', endpoint: 'https://m.example' }, rest()] },
  capabilities: {
    'dev.ucp.shopping.checkout': [{ version }],
    'dev.ucp.shopping.discount': [{ version, extends: 'dev.ucp.shopping.checkout' }],
    'dev.ucp.shopping.cart': [{ version }],
  },
  payment_handlers: {
    'com.example.wallet': [{ id: 'wallet', available_instruments: [{ type: 'wallet' }] }],
    'com.example.pay': [
      {
        id: 'pay',
        available_instruments: [{ type: 'card' }],
        config: { tokenize_url: 'https://pay.example/t' },
      },
    ],
  },
  ...changes,
})
const address = 'https://shop.example/.well-known/ucp'
const negotiated = (body: object, changes: Partial<UcpRetailer> = {}) =>
  negotiate({ ...row, ...changes }, readProfile(body), address)

describe('a profile is read', () => {
  it.each([
    ['as the schema has it', { ucp: ucp(), signing_keys: [key] }],
    ['with keys under `keys`', { ucp: ucp(), keys: [key] }],
    ['with keys inside the wrapper', { ucp: ucp({ signing_keys: [key] }) }],
    ['without a wrapper', { ...ucp(), keys: [key] }],
  ])('%s', (_, body) => {
    expect(readProfile(body).keys).toEqual([key])
    expect(negotiated(body).endpoint).toBe('https://api.shop.example/ucp')
  })

  it('not from what is no object', () => {
    for (const body of [null, 'profile', 7]) expect(() => readProfile(body)).toThrow()
  })
})

describe('what a retailer can do is', () => {
  it('what both sides have, with what the row says instead', () => {
    expect(negotiated({ ucp: ucp() }).capabilities).toMatchObject({
      quote: true,
      place: true,
      discountCodes: true,
      consent: false,
      lookup: false,
      cancel: false,
      reserve: 'at_place',
      status: 'none',
    })
    const limited = negotiated({ ucp: ucp() }, { capabilities: { discountCodes: false } })
    expect(limited.capabilities.discountCodes).toBe(false)
    expect(limited.sends.discounts).toBe(false)
  })

  it('no extension whose parent is missing', () => {
    const capabilities = { 'dev.ucp.shopping.discount': [{ extends: ['dev.ucp.shopping.checkout'] }] }
    expect(negotiated({ ucp: ucp({ capabilities }) }).capabilities).toMatchObject({
      quote: false,
      discountCodes: false,
    })
  })

  it('paid by the handler that takes cards, or the one that the row names', () => {
    expect(negotiated({ ucp: ucp() }).payment).toEqual({
      handlerId: 'pay',
      tokenizeUrl: 'https://pay.example/t',
    })
    const payment = { handlerId: 'own', tokenizeUrl: 'https://own.example/t' }
    expect(negotiated({ ucp: ucp() }, { payment }).payment).toEqual(payment)
    expect(negotiated({ ucp: ucp({ payment_handlers: {} }) }).payment).toBeUndefined()
  })
})

describe('the version', () => {
  it('may be one that the retailer keeps elsewhere', () => {
    const elsewhere = 'https://shop.example/ucp-2026-04-08.json'
    const newer = readProfile({
      ucp: ucp({ version: '2027-01-01', supported_versions: { [version]: elsewhere } }),
    })
    expect(olderProfile(newer, address)).toBe(elsewhere)
    expect(olderProfile(readProfile({ ucp: ucp() }), address)).toBeUndefined()
    const inside = ucp({ version: '2027-01-01', supported_versions: { [version]: 'http://127.0.0.1:9001' } })
    expect(() => olderProfile(readProfile({ ucp: inside }), address)).toThrow('retailer_refused')
  })

  it.each([
    ['no REST service', { services: {} }],
    [
      'a REST service of another version only',
      { version: '2025-01-01', services: { 'dev.ucp.shopping': [rest({ version: '2025-01-01' })] } },
    ],
    [
      'an address that is not safe',
      { services: { 'dev.ucp.shopping': [rest({ endpoint: 'http://api.shop.example' })] } },
    ],
    [
      'an address that only this server could reach',
      { services: { 'dev.ucp.shopping': [rest({ endpoint: 'https://169.254.169.254' })] } },
    ],
  ])('is refused with %s', (_, changes) => {
    expect(() => negotiated({ ucp: ucp(changes) })).toThrow(
      expect.objectContaining({ code: 'retailer_refused' }),
    )
  })
})

it('a row names the retailer’s site or the profile itself', () => {
  expect(profileAddress({ endpoint: 'https://shop.example' })).toBe('https://shop.example/.well-known/ucp')
  expect(profileAddress({ endpoint: 'https://shop.example/a/ucp.json' })).toBe(
    'https://shop.example/a/ucp.json',
  )
})

it.each([
  [{}, 300],
  [{ 'cache-control': 'public, max-age=600' }, 600],
  [{ 'cache-control': 'max-age=600', age: '200' }, 400],
  [{ 'cache-control': 'max-age=1' }, 60],
  [{ 'cache-control': 'no-store' }, 60],
  [{ 'cache-control': 'max-age=999999999' }, 86_400],
])('an answer with %o is fresh for %i seconds', (headers, seconds) => {
  expect(lifetimeOf(new Headers(headers as Record<string, string>))).toBe(seconds * 1000)
})

it('this site’s own profile is what the protocol’s schema asks of a platform', () => {
  const body = platformProfile('https://brand.example', [key])
  expect(JSON.stringify(body)).toContain('"webhook_url":"https://brand.example/')
  if (hasSchemas) expect(faultsOf('platformProfile', body)).toBe('')
})

it('the next key becomes the one that signs, and the last one stays known', () => {
  const keys = { current: makeKey('a'), next: makeKey('b') }
  const after = rotated(keys, new Date('2026-11-22T12:00:00Z'))
  expect(after.current).toEqual(keys.next)
  expect(after.previous).toEqual(keys.current)
  expect(after.next.kid).toMatch(/^brandfront-2026-11-22-/)
})
