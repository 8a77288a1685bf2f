import { defaultDestination } from '#lib/domain/address.ts'
import type { CartChange } from '#lib/domain/cart.ts'
import { newId } from '#lib/domain/ids.ts'
import { listings } from '#lib/local/seed/catalogue.ts'
import { type Line, percentile } from './report.ts'
import type { Bench, RetailerCall } from './start.ts'

const mark = 60
const runs = 20

function additions(count: number): CartChange[] {
  return listings.slice(0, count).map(({ slug, variants }, index) => ({
    id: `change-${index}`,
    kind: 'add',
    slug,
    sku: variants[0]?.sku ?? '',
    quantity: 1 + (index % 3),
  }))
}

/** How long the retailer that took longest was at it itself, its calls for one quote taken together. */
function slowestOwn(calls: readonly RetailerCall[]): number {
  const byRetailer = Object.values(Object.groupBy(calls, call => call.retailerId))
  return Math.max(
    ...byRetailer.map(list => (list ?? []).reduce((sum, call) => sum + call.endedAt - call.startedAt, 0)),
  )
}

async function measure(bench: Bench, lineCount: number, retailerCount: number) {
  // Quotes are made in this process, whose terminal is for the table.
  process.env.POWERTOOLS_METRICS_DISABLED = 'true'
  const { openCart } = await import('#lib/services/open-cart.ts')
  const { listRetailers } = await import('#lib/data/retailers.ts')
  const { quoteCart } = await import('#lib/services/quote-cart.ts')
  const overheads: number[] = []
  const requests = new Set<number>()
  for (let run = 0; run < runs; run++) {
    bench.retailerCalls.length = 0
    bench.meter.reset()
    const began = performance.now()
    const { outcomes, cart } = await openCart({
      cartId: newId('cart'),
      changes: additions(lineCount),
      destination: defaultDestination,
    })
    const took = performance.now() - began
    if (outcomes.some(outcome => outcome.status !== 'quoted'))
      throw new Error(`no quote: ${JSON.stringify(outcomes)}`)
    requests.add(bench.meter.requests)
    overheads.push(took - slowestOwn(bench.retailerCalls))
    if (retailerCount < outcomes.length) {
      bench.meter.reset()
      const some = (await listRetailers()).slice(0, retailerCount)
      await quoteCart(some, cart, { destination: defaultDestination, loyaltyIds: {} })
      if (bench.meter.requests > 0) throw new Error('asking a retailer read the table')
    }
  }
  return { overheads, requests: [...requests] }
}

/** (d) What the site adds to the slowest retailer's own time, and whether the table is asked more for more lines. */
export async function quotes(bench: Bench): Promise<Line[]> {
  await measure(bench, 1, 3)
  const small = await measure(bench, 1, 1)
  const large = await measure(bench, 20, 2)
  const all = [...small.overheads, ...large.overheads]
  const median = percentile(all, 0.5)
  const constant = new Set([...small.requests, ...large.requests])
  return [
    {
      part: 'd',
      what: 'Quote latency over the slowest retailer’s own, median',
      measured: `${median.toFixed(1)} ms (p95 ${percentile(all, 0.95).toFixed(1)})`,
      mark: `at most ${mark} ms`,
      met: median <= mark,
      details: { oneLine: small.overheads, twentyLines: large.overheads },
    },
    {
      part: 'd',
      what: 'DynamoDB requests of a quote: 1 line, 20 lines',
      measured: `${small.requests.join('/')}, ${large.requests.join('/')}`,
      mark: 'the same',
      met: constant.size === 1,
    },
  ]
}
