import { type HttpAnswer, Refusal } from '#lib/local/sandbox/http.ts'
import type { PublicKey } from '#lib/retailers/ucp/signatures/keys.ts'
import type { Shop } from './shops.ts'

export const version = '2026-04-08'

const names = [
  'dev.ucp.shopping.checkout',
  'dev.ucp.shopping.fulfillment',
  'dev.ucp.shopping.discount',
  'dev.ucp.shopping.buyer_consent',
  'dev.ucp.shopping.order',
  'dev.ucp.shopping.catalog.lookup',
  'com.sandbox.stock_hold',
  'com.sandbox.loyalty',
] as const

const parents: Partial<Record<(typeof names)[number], string>> = {
  'dev.ucp.shopping.fulfillment': 'dev.ucp.shopping.checkout',
  'dev.ucp.shopping.discount': 'dev.ucp.shopping.checkout',
  'dev.ucp.shopping.buyer_consent': 'dev.ucp.shopping.checkout',
  'com.sandbox.stock_hold': 'dev.ucp.shopping.checkout',
  'com.sandbox.loyalty': 'dev.ucp.shopping.checkout',
}

const capabilities = Object.fromEntries(
  names.map(name => [name, [{ version, ...(parents[name] && { extends: parents[name] }) }]]),
)

const handlers = (config?: object) => ({
  'com.sandbox.sandpay': [
    { id: 'sandpay', version, available_instruments: [{ type: 'card' }], ...(config && { config }) },
  ],
})

/** The `ucp` part of every answer. */
export const envelope = { version, status: 'success' as const, capabilities, payment_handlers: handlers() }

const orderCancel = { 'com.sandbox.order_cancel': [{ version, extends: 'dev.ucp.shopping.order' }] }

/**
 * What the retailer says of itself at `/.well-known/ucp` (discovery/profile_schema.json), in one of the forms in which
 * real servers say it. Servers call its API, so that address saves them looking `localhost` up, IPv6 first.
 */
export function profile(shop: Shop, base: string, tokenizeUrl: string, keys: readonly PublicKey[]) {
  const ucp = {
    version,
    services: {
      'dev.ucp.shopping': [
        {
          version,
          transport: 'rest',
          endpoint: `${base.replace('//localhost:', '//127.0.0.1:')}/ucp`,
          spec: 'https://ucp.dev/2026-04-08/specification/overview',
          schema: 'https://ucp.dev/2026-04-08/services/shopping/rest.openapi.json',
        },
      ],
    },
    capabilities: { ...capabilities, ...(shop.cancelsForPlatforms && orderCancel) },
    payment_handlers: handlers({ tokenize_url: tokenizeUrl }),
  }
  if (shop.profileForm === 'bare') return { ...ucp, signing_keys: keys }
  return shop.profileForm === 'keys' ? { ucp, keys } : { ucp, signing_keys: keys }
}

export type Message = {
  type: 'error' | 'warning' | 'info'
  code: string
  content: string
  path?: string
  severity?: 'recoverable' | 'requires_buyer_input' | 'requires_buyer_review' | 'unrecoverable'
}

/** An `error_response` (types/error_response.json). */
export function problem(status: number, ...messages: Omit<Message, 'type'>[]): HttpAnswer {
  return {
    status,
    body: {
      ucp: { version, status: 'error' },
      messages: messages.map(message => ({ severity: 'recoverable', ...message, type: 'error' })),
    },
  }
}

/** Stops with an `error_response`. */
export function refuse(status: number, code: string, content: string, at?: string): never {
  throw new Refusal(problem(status, { code, content, ...(at && { path: at }) }))
}
