import { faultSwitch } from './faults.ts'
import { handoffRoutes } from './handoff-shop/routes.ts'
import { handoffShop } from './handoff-shop/shop.ts'
import { path, type Route, serve } from './http.ts'
import { publishableKey } from './keys.ts'
import { shopPages } from './pages/shop-pages.ts'
import { processorRoutes } from './processor/routes.ts'
import { restRoutes } from './rest-shop/routes.ts'
import { restShop } from './rest-shop/shop.ts'
import { auditRoutes } from './shop/audit.ts'
import { payRefunds } from './shop/cancel.ts'
import { resume } from './shop/complete.ts'
import { sweepHolds } from './shop/holds.ts'
import { sendReports } from './shop/reports.ts'
import { apiRoutes } from './shop/routes.ts'
import type { Business } from './shop/sessions.ts'
import { type Shop, shops } from './shop/shops.ts'
import { ensureTable } from './store.ts'

/*
 * Runs one sandbox business: `node server.ts <harbor-market | greenline | parcel-and-pantry | thistle | bayleaf | sandpay>`.
 * Environment: PORT (0 takes any); PUBLIC_URL, where people find it (its own address unless set); PROCESSOR_URL;
 * SANDBOX_TABLE; and what the AWS SDK needs to reach DynamoDB.
 */

const id = process.argv[2] ?? ''
const sellers: Shop[] = [...Object.values(shops), restShop]
const shop = sellers.find(each => each.id === id)
const others: string[] = [handoffShop.id, 'sandpay']
if (!shop && !others.includes(id)) {
  console.error(`Name one of: ${[...sellers.map(each => each.id), ...others].join(', ')}.`)
  process.exit(2)
}

// In the cloud the stack has made it.
if (!process.env.AWS_LAMBDA_FUNCTION_NAME) await ensureTable()
const faults = faultSwitch(id)
await faults.load()

function businessAt(served: Shop, port: number): Business {
  return {
    shop: served,
    base: process.env.PUBLIC_URL ?? `http://127.0.0.1:${port}`,
    settings: () => {
      const { surcharge, holdSeconds, sessionSeconds, shipAfterSeconds } = faults.current()
      return {
        surcharge,
        holdSeconds: holdSeconds ?? served.holdSeconds,
        sessionSeconds: sessionSeconds ?? served.sessionSeconds,
        shipAfterSeconds: shipAfterSeconds ?? served.shipAfterSeconds,
      }
    },
  }
}

/** Puts lapsed holds back and carries on with unfinished sales: at once after a start, then every second or so. */
function tend(business: Business): void {
  let rounds = 0
  const round = () => {
    // Now and then even if nothing is due, in case another process of this retailer made a hold.
    sweepHolds(business.shop.id, rounds % 30 === 0).catch(console.error)
    if (rounds % 5 === 0) resume(business).catch(console.error)
    if (rounds % 2 === 0) payRefunds(business.shop.id).catch(console.error)
    sendReports(business, faults).catch(console.error)
    rounds++
  }
  round()
  setInterval(round, 1000).unref()
}

const server = await serve(Number(process.env.PORT ?? 0), (port): Route[] => {
  const health: Route = {
    method: 'GET',
    path: path('/health'),
    handle: async () => ({ status: 200, body: { status: 'ok', id } }),
  }
  process.stdout.write(`${id} ready at http://127.0.0.1:${port}\n`)
  if (id === handoffShop.id) return [health, ...handoffRoutes()]
  if (!shop) return [health, ...faults.routes, ...processorRoutes(faults)]
  const business = businessAt(shop, port)
  tend(business)
  const processor = process.env.PROCESSOR_URL ?? 'http://127.0.0.1:3005'
  return [
    health,
    ...(shop === restShop
      ? restRoutes(business, faults)
      : apiRoutes(business, faults, `${processor}/tokenize?key=${publishableKey}`)),
    ...auditRoutes(business),
    ...faults.routes,
    ...shopPages(business, faults),
  ]
})
process.once('SIGTERM', () => server.close(() => process.exit(0)))
process.on('SIGTERM', () => server.closeAllConnections())
