import { dayOf } from '#lib/domain/insight/periods.ts'
import { counterItems } from './counters.ts'
import { withTable } from './listing-units.ts'
import type { Line } from './report.ts'

type Timed = { milliseconds: number; requests: number; items: number; answer: number }

const orders = 1_000_000

/** (g) How long the studio's pages take to read with `many` listings and the counters of a million orders. */
export async function dashboards(port: number, many: number): Promise<Line[]> {
  const more = counterItems(orders, many, dayOf(Date.now()))
  const timed = await withTable<Record<string, Timed>>(
    { count: many, more, port },
    'tests/bench/time-studio.ts',
  )
  return Object.entries(timed).map(([page, { milliseconds, requests, items, answer }]) => ({
    part: 'g',
    what: `Studio, ${page}: ${many} listings, ${orders} orders, median`,
    measured: `${milliseconds} ms, ${requests} requests, ${items} items`,
    mark: 'under 300 ms',
    met: milliseconds < 300 && answer > 0,
    details: { milliseconds, requests, items, answer },
  }))
}
