import type { PublicKey } from './signatures/keys.ts'

/** The protocol's version that this site speaks. */
export const version = '2026-04-08'

const site = `https://ucp.dev/${version}`
const specified = (spec: string, schema: string, parent?: string) => ({
  version,
  spec: `${site}/specification/${spec}`,
  schema: `${site}/schemas/shopping/${schema}.json`,
  ...(parent && { extends: parent }),
})
const vendor = (name: string, parent: string) => ({
  version,
  spec: `https://sandbox.example/${name}`,
  schema: `https://sandbox.example/${name}.json`,
  extends: parent,
})
const checkout = 'dev.ucp.shopping.checkout'

/** What this site can use of a retailer, by the protocol's names, as its profile declares it. */
export const platformCapabilities = {
  [checkout]: specified('checkout', 'checkout'),
  'dev.ucp.shopping.fulfillment': specified('fulfillment', 'fulfillment', checkout),
  'dev.ucp.shopping.discount': specified('discount', 'discount', checkout),
  'dev.ucp.shopping.buyer_consent': specified('buyer-consent', 'buyer_consent', checkout),
  'dev.ucp.shopping.order': specified('order', 'order'),
  'dev.ucp.shopping.catalog.lookup': specified('catalog/lookup', 'catalog_lookup'),
  // What the protocol lacks and the sandbox retailers offer.
  'com.sandbox.stock_hold': vendor('stock-hold', checkout),
  'com.sandbox.loyalty': vendor('loyalty', checkout),
  'com.sandbox.order_cancel': vendor('order-cancel', 'dev.ucp.shopping.order'),
} as const satisfies Record<string, object>

/** Where retailers send what happens to an order, on this site. */
export const webhookPath = '/api/webhooks/ucp'

/**
 * What this site says of itself (discovery/profile_schema.json, platform_profile). The card form takes any handler
 * whose `config.tokenize_url` makes a token of a card, so it names the one that the sandbox retailers use as an example.
 */
export function platformProfile(siteUrl: string, keys: readonly PublicKey[]) {
  const capabilities = Object.entries(platformCapabilities).map(([name, entry]) => [
    name,
    [
      name === 'dev.ucp.shopping.order'
        ? { ...entry, config: { webhook_url: `${siteUrl}${webhookPath}` } }
        : entry,
    ],
  ])
  return {
    ucp: {
      version,
      services: {
        'dev.ucp.shopping': [
          {
            version,
            transport: 'rest',
            spec: `${site}/specification/overview`,
            schema: `${site}/services/shopping/rest.openapi.json`,
          },
        ],
      },
      capabilities: Object.fromEntries(capabilities) as Record<string, object[]>,
      payment_handlers: {
        'com.sandbox.sandpay': [
          {
            id: 'sandpay',
            version,
            spec: 'https://sandbox.example/sandpay',
            schema: 'https://sandbox.example/sandpay.json',
            available_instruments: [{ type: 'card' }],
          },
        ],
      },
    },
    signing_keys: keys,
  }
}
