import type { HandoffRetailer, Retailer } from '#lib/domain/retailer.ts'
import { handoffShop } from './handoff-shop/shop.ts'
import { publishableKey } from './keys.ts'
import { restShop } from './rest-shop/shop.ts'
import { type Shop, shopIds, shops } from './shop/shops.ts'

/** For addresses called by servers only: saves them looking `localhost` up, IPv6 first. */
const byServers = (url: string) => url.replace('//localhost:', '//127.0.0.1:')

/** What the site knows beforehand of every sandbox retailer that sells through it. */
function knownOf(shop: Shop) {
  return {
    id: shop.id,
    name: shop.name,
    blurb: shop.blurb,
    secretName: `brandfront/retailer/${shop.id}`,
    loyalty: {
      name: shop.loyalty.name,
      claim: shop.loyalty.claim,
      example: shop.loyalty.example,
      flatSaving: shop.loyalty.flatSaving,
    },
    delivery: { price: shop.deliveries[0].price, freeFrom: shop.freeFrom },
    quoteDeadline: 3,
  }
}

/** A retailer whose profile says the rest; its processor lets the platform have a token verified before anything is sold. */
function profiledRow(shop: Shop) {
  return {
    ...knownOf(shop),
    adapter: 'ucp' as const,
    enabled: true,
    capabilities: {
      authorize: 'separate' as const,
      status: shop.sendsWebhooks ? ('webhook' as const) : ('poll' as const),
    },
  }
}

/** A retailer of which the row must say everything. */
function describedRow(shop: Shop, urls: Record<string, string>) {
  return {
    ...knownOf(shop),
    payment: { handlerId: 'sandpay', tokenizeUrl: `${urls.sandpay}/tokenize?key=${publishableKey}` },
    capabilities: {
      lookup: true,
      quote: true,
      reserve: 'native' as const,
      authorize: 'separate' as const,
      place: true,
      cancel: shop.cancelsForPlatforms,
      status: 'poll' as const,
      loyalty: true,
      discountCodes: true,
      consent: true,
      handoff: false,
    },
  }
}

/**
 * The registry's rows for the sandbox retailers that sell through this site. `urls` are base URLs by id, the
 * processor's under `sandpay`, without a slash at the end; they must be reachable from the site and, the
 * processor's, from the browser. Those that speak the protocol say most in their profiles. The one with an API of
 * its own is there to be tried, and not enabled.
 */
export function registryRows(urls: Record<string, string>): Retailer[] {
  const rows: Retailer[] = shopIds.flatMap((id, position) => {
    const url = urls[id]
    if (!url) return []
    return [{ ...profiledRow(shops[id]), endpoint: byServers(url), pageOrigins: [url], position }]
  })
  const rest = urls[restShop.id]
  if (rest) {
    const endpoint = `${byServers(rest)}/api`
    const row = describedRow(restShop, urls)
    rows.push({
      ...row,
      adapter: 'rest',
      endpoint,
      pageOrigins: [rest],
      enabled: false,
      position: shopIds.length,
    })
  }
  return rows
}

/** The row of the sandbox retailer that sells on its own site only; `url` is where browsers find it. */
export function handoffRow(url: string): HandoffRetailer {
  const { id, name, blurb } = handoffShop
  return {
    id,
    name,
    blurb,
    adapter: 'handoff',
    enabled: true,
    position: 10,
    link: {
      address: `${url}/basket/add?{lines}`,
      line: 'item.{index}={article}&count.{index}={quantity}',
      separator: '&',
      maximumLines: 20,
      attribution: { partner: 'marram' },
    },
  }
}
