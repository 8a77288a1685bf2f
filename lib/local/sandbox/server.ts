import { faultSwitch } from './faults.ts'
import { path, type Route, serve } from './http.ts'
import { publishableKey } from './keys.ts'
import { shopPages } from './pages/shop-pages.ts'
import { processorRoutes } from './processor/routes.ts'
import { auditRoutes } from './shop/audit.ts'
import { resume } from './shop/complete.ts'
import { sweepHolds } from './shop/holds.ts'
import { apiRoutes } from './shop/routes.ts'
import type { Business } from './shop/sessions.ts'
import { type Shop, shops } from './shop/shops.ts'
import { ensureTable } from './store.ts'

/*
 * Runs one sandbox business: `node server.ts <harbor-market | greenline | parcel-and-pantry | sandpay>`.
 * Environment: PORT; PUBLIC_URL, where people find it (its own address unless set); PROCESSOR_URL; SANDBOX_TABLE;
 * and what the AWS SDK needs to reach DynamoDB.
 */

const id = process.argv[2] ?? ''
const shop: Shop | undefined = Object.values(shops).find(each => each.id === id)
if (!shop && id !== 'sandpay') {
  console.error(`Name one of: ${Object.keys(shops).join(', ')}, sandpay.`)
  process.exit(2)
}

const port = Number(process.env.PORT ?? 0)
const base = process.env.PUBLIC_URL ?? `http://127.0.0.1:${port}`
const processor = process.env.PROCESSOR_URL ?? 'http://127.0.0.1:3005'
await ensureTable()
const faults = faultSwitch(id)
await faults.load()

const health: Route = {
  method: 'GET',
  path: path('/health'),
  handle: async () => ({ status: 200, body: { status: 'ok', id } }),
}

if (shop) {
  const business: Business = {
    shop,
    base,
    settings: () => {
      const { surcharge, holdSeconds, sessionSeconds, shipAfterSeconds } = faults.current()
      return {
        surcharge,
        holdSeconds: holdSeconds ?? shop.holdSeconds,
        sessionSeconds: sessionSeconds ?? shop.sessionSeconds,
        shipAfterSeconds: shipAfterSeconds ?? shop.shipAfterSeconds,
      }
    },
  }
  const tokenizeUrl = `${processor}/tokenize?key=${publishableKey}`
  const routes = [
    health,
    ...apiRoutes(business, faults, tokenizeUrl),
    ...auditRoutes(business),
    ...faults.routes,
    ...shopPages(business, faults),
  ]
  await serve(routes, port)
  // Now and then even if nothing is due, in case another process of this retailer made a hold.
  let rounds = 0
  setInterval(() => {
    rounds++
    sweepHolds(shop.id, rounds % 30 === 0).catch(console.error)
    if (rounds % 5 === 1) resume(business).catch(console.error)
  }, 1000).unref()
} else {
  await serve([health, ...faults.routes, ...processorRoutes(faults)], port)
}
process.stdout.write(`${id} ready at http://127.0.0.1:${port}\n`)
