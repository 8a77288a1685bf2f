import { type Faults, faultSwitch } from '#lib/local/sandbox/faults.ts'
import { type HttpAnswer, Refusal, type Route } from '#lib/local/sandbox/http.ts'
import { processorRoutes } from '#lib/local/sandbox/processor/routes.ts'
import { registryRows } from '#lib/local/sandbox/registry-rows.ts'
import { resume } from '#lib/local/sandbox/shop/complete.ts'
import { sweepHolds } from '#lib/local/sandbox/shop/holds.ts'
import { apiRoutes } from '#lib/local/sandbox/shop/routes.ts'
import type { Business } from '#lib/local/sandbox/shop/sessions.ts'
import { type ShopId, shopIds, shops } from '#lib/local/sandbox/shop/shops.ts'
import { asRetailer } from './stage.ts'

/** Where the sandbox businesses are found: nobody listens there, the harness delivers what is sent. */
export const urls: Record<string, string> = Object.fromEntries(
  [...shopIds, 'sandpay'].map(id => [id, `http://${id}.sandbox`]),
)
export const retailerRows = registryRows(urls)

const switches = new Map([...shopIds, 'sandpay'].map(id => [id, faultSwitch(id)]))

function switchOf(id: string) {
  const found = switches.get(id)
  if (!found) throw new Error(`no business ${id}`)
  return found
}

function businessOf(id: ShopId): Business {
  const shop = shops[id]
  return {
    shop,
    base: urls[id] ?? '',
    settings: () => ({
      surcharge: switchOf(id).current().surcharge,
      holdSeconds: shop.holdSeconds,
      sessionSeconds: shop.sessionSeconds,
      shipAfterSeconds: shop.shipAfterSeconds,
    }),
  }
}

const businesses = new Map(shopIds.map(id => [id, businessOf(id)]))
const routes = new Map<string, Route[]>([
  ['sandpay', processorRoutes(switchOf('sandpay'))],
  ...shopIds.map((id): [string, Route[]] => [id, apiRoutes(businessOf(id), switchOf(id), '')]),
])

/** Puts every business's own switches back. */
export async function resetSandbox(): Promise<void> {
  for (const each of switches.values()) await each.reset()
}

/** Turns one of a retailer's own switches, such as a surcharge. */
export const change = (id: string, faults: Partial<Faults>) => switchOf(id).change(faults)

/** What a retailer's process does by itself every second or so: lapsed holds, unfinished sales. */
export async function tend(id: ShopId): Promise<void> {
  const business = businesses.get(id)
  if (!business) return
  await asRetailer(async () => {
    await sweepHolds(id, true)
    await resume(business)
  })
}

export type Request = { method: string; url: URL; headers: Record<string, string>; text: string }

/** A business's answer to a request, from the handlers that the demo's processes serve. */
export function deliver({ method, url, headers, text }: Request): Promise<HttpAnswer> {
  const id = url.hostname.replace(/\.sandbox$/, '')
  const route = routes.get(id)?.find(each => each.method === method && each.path.test(url.pathname))
  if (!route) return Promise.resolve({ status: 404, body: { error: 'nothing here' } })
  const parameters = (route.path.exec(url.pathname) ?? []).slice(1).map(part => decodeURIComponent(part))
  const request = { method, path: url.pathname, query: url.searchParams, headers, text, parameters }
  return asRetailer(async () => {
    try {
      return await route.handle(request)
    } catch (error) {
      if (error instanceof Refusal) return error.answer
      console.error(error)
      return { status: 500, body: { error: 'something broke here' } }
    }
  })
}
