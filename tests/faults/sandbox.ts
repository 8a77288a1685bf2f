import { config } from '#lib/config.ts'
import { type Faults, faultSwitch } from '#lib/local/sandbox/faults.ts'
import { type HttpAnswer, Refusal, type Route } from '#lib/local/sandbox/http.ts'
import { publishableKey } from '#lib/local/sandbox/keys.ts'
import { processorRoutes } from '#lib/local/sandbox/processor/routes.ts'
import { registryRows } from '#lib/local/sandbox/registry-rows.ts'
import { payRefunds } from '#lib/local/sandbox/shop/cancel.ts'
import { resume } from '#lib/local/sandbox/shop/complete.ts'
import { sweepHolds } from '#lib/local/sandbox/shop/holds.ts'
import { apiRoutes } from '#lib/local/sandbox/shop/routes.ts'
import type { Business } from '#lib/local/sandbox/shop/sessions.ts'
import { type ShopId, shopIds, shops } from '#lib/local/sandbox/shop/shops.ts'
import { getPlatformProfile } from '#lib/services/platform-profile.ts'
import { endHost, isDown, refused, reset } from './hosts.ts'
import { runAs } from './stage.ts'

/** Where the sandbox businesses are found: nobody listens there, the harness delivers what is sent. */
export const urls: Record<string, string> = Object.fromEntries(
  [...shopIds, 'sandpay'].map(id => [id, `http://${id}.localhost`]),
)
export const retailerRows = registryRows(urls)

const switches = new Map([...shopIds, 'sandpay'].map(id => [id, faultSwitch(id)]))

function switchOf(id: string) {
  const found = switches.get(id)
  if (!found) throw new Error(`no business ${id}`)
  return found
}

/** What one of the retailers' processes knows. */
export function businessOf(id: ShopId): Business {
  const shop = shops[id]
  return {
    shop,
    base: urls[id] ?? '',
    settings: () => ({
      surcharge: switchOf(id).current().surcharge,
      holdSeconds: shop.holdSeconds,
      sessionSeconds: shop.sessionSeconds,
      shipAfterSeconds: switchOf(id).current().shipAfterSeconds ?? shop.shipAfterSeconds,
    }),
  }
}

const businesses = new Map(shopIds.map(id => [id, businessOf(id)]))
const routes = new Map<string, Route[]>([
  ['sandpay', processorRoutes(switchOf('sandpay'))],
  ...shopIds.map((id): [string, Route[]] => [
    id,
    apiRoutes(businessOf(id), switchOf(id), `${urls.sandpay}/tokenize?key=${publishableKey}`),
  ]),
])

/** Puts every business's own switches back. */
export async function resetSandbox(): Promise<void> {
  for (const each of switches.values()) await each.reset()
}

/** Turns one of a retailer's own switches, such as a surcharge. */
export const change = (id: string, faults: Partial<Faults>) => switchOf(id).change(faults)

/** Runs a business's code in its process. Rejects as the network does where that process has ended, or ends. */
export async function asBusiness<T>(id: string, run: () => Promise<T>): Promise<T> {
  if (isDown(id)) throw refused()
  try {
    return await runAs('retailer', run)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Runtime.ExitError') throw error
    endHost(id)
    throw reset()
  }
}

/** What a retailer's process does by itself every second or so: lapsed holds, unfinished sales, money owed. */
export async function tend(id: ShopId): Promise<void> {
  const business = businesses.get(id)
  if (!business) return
  for (const work of [() => sweepHolds(id, true), () => resume(business), () => payRefunds(id)]) {
    // What does not work now is tried again next time.
    await asBusiness(id, work).catch(() => undefined)
  }
}

export type Request = { method: string; url: URL; headers: Record<string, string>; text: string }

/** The business that a request goes to. */
export const businessOfRequest = ({ url }: Request): string => url.hostname.replace(/\.localhost$/, '')

/** The site's own profile, which retailers read to know the keys that it signs with. */
async function ownProfile(): Promise<HttpAnswer> {
  return {
    status: 200,
    body: await getPlatformProfile(),
    headers: { 'cache-control': 'public, max-age=300' },
  }
}

/** A business's answer to a request, from the handlers that the demo's processes serve. */
export async function deliver(request: Request): Promise<HttpAnswer> {
  const { method, url, headers, text } = request
  if (url.href === `${config.SITE_URL}/.well-known/ucp`) return ownProfile()
  const id = businessOfRequest(request)
  const route = routes.get(id)?.find(each => each.method === method && each.path.test(url.pathname))
  if (!route) return { status: 404, body: { error: 'nothing here' } }
  const parameters = (route.path.exec(url.pathname) ?? []).slice(1).map(part => decodeURIComponent(part))
  return asBusiness(id, async () => {
    try {
      return await route.handle({
        method,
        path: url.pathname,
        query: url.searchParams,
        headers: { ...headers, host: url.host },
        text,
        parameters,
      })
    } catch (error) {
      if (error instanceof Refusal) return error.answer
      console.error(error)
      return { status: 500, body: { error: 'something broke here' } }
    }
  })
}
