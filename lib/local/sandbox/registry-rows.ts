import type { Retailer } from '#lib/domain/retailer.ts'
import { publishableKey } from './keys.ts'
import { type Shop, shopIds, shops } from './shop/shops.ts'

/**
 * The registry's rows for the sandbox retailers. `urls` are base URLs by id, the processor's under `sandpay`,
 * without a slash at the end; they must be reachable from the site and, the processor's, from the browser.
 */
export function registryRows(urls: Record<string, string>): Retailer[] {
  return shopIds.flatMap((id, position) => {
    const url = urls[id]
    if (!url) return []
    const shop: Shop = shops[id]
    return [
      {
        id,
        name: shop.name,
        blurb: shop.blurb,
        adapter: 'ucp',
        // Called by servers only: saves them looking `localhost` up, IPv6 first.
        endpoint: `${url.replace('//localhost:', '//127.0.0.1:')}/ucp`,
        secretName: `brandfront/retailer/${id}`,
        enabled: true,
        position,
        loyalty: {
          name: shop.loyalty.name,
          claim: shop.loyalty.claim,
          example: shop.loyalty.example,
          flatSaving: shop.loyalty.flatSaving,
        },
        delivery: { price: shop.deliveries[0].price, freeFrom: shop.freeFrom },
        payment: { handlerId: 'sandpay', tokenizeUrl: `${urls.sandpay}/tokenize?key=${publishableKey}` },
        quoteDeadline: 3,
        capabilities: {
          lookup: true,
          quote: true,
          reserve: 'native',
          authorize: 'separate',
          place: true,
          cancel: shop.cancelsForPlatforms,
          status: 'poll',
          loyalty: true,
          discountCodes: false,
          consent: true,
          handoff: false,
        },
      },
    ]
  })
}
