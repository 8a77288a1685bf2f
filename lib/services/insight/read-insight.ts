import { listCategories } from '#lib/data/categories.ts'
import { listHandoffCounts } from '#lib/data/handoffs.ts'
import { readTallies, type Tally } from '#lib/data/insight/tallies.ts'
import { getLines } from '#lib/data/listing-directory.ts'
import { listHandoffRetailers, listRetailers } from '#lib/data/retailers.ts'
import { unknownCategory } from '#lib/domain/insight/contribution.ts'
import { type Counts, difference, sumCounts } from '#lib/domain/insight/counts.ts'
import {
  type DateRange,
  eachDay,
  eachMonth,
  monthOf,
  partsOf,
  previousRange,
  stepOf,
} from '#lib/domain/insight/periods.ts'
import { type Figures, namesDrawn, type Report, reportOf } from '#lib/domain/insight/report.ts'
import { readLeading } from '#lib/services/insight/read-ranked.ts'

/** The counts of ranges by month. What they have in common is read once. */
async function readMonths(tally: Tally, ranges: DateRange[]): Promise<Map<string, Counts>[]> {
  const parts = ranges.map(range => ({ range, ...partsOf(range) }))
  const found = await readTallies(tally, [
    ...new Set(parts.flatMap(({ added, taken }) => [...added, ...taken])),
  ])
  const sumIn = (month: string, periods: string[]) =>
    sumCounts(periods.filter(period => monthOf(period) === month).map(period => found.get(period) ?? {}))
  return parts.map(
    ({ range, added, taken }) =>
      new Map(eachMonth(range).map(month => [month, difference(sumIn(month, added), sumIn(month, taken))])),
  )
}

/** What orders came to in two ranges, and by day or month in the first of them. */
async function readOrders(range: DateRange, previous: DateRange) {
  const [months = new Map<string, Counts>(), before = months] = await readMonths('orders', [range, previous])
  const orders = sumCounts(months.values())
  const isByDay = stepOf(range) === 'day'
  const periods = isByDay ? eachDay(range) : eachMonth(range)
  const found = isByDay ? await readTallies('orders', periods, namesDrawn(orders)) : months
  return {
    orders,
    ordersBefore: sumCounts(before.values()),
    series: periods.map(period => ({ period, counts: found.get(period) ?? {} })),
  }
}

async function namesOf(ranked: Figures['ranked']): Promise<Record<string, string>> {
  const products = ranked.product.map(({ key }) => key)
  const slugs = [...new Set([...products, ...ranked.pair.flatMap(({ key }) => key.split('+'))])]
  const [listings, retailers, categories] = await Promise.all([
    getLines(slugs),
    listRetailers(),
    listCategories(),
  ])
  return Object.fromEntries([
    ...listings.map(({ slug, name }) => [`product:${slug}`, name]),
    ...retailers.map(({ id, name }) => [`retailer:${id}`, name]),
    ...categories.map(({ slug, name }) => [`category:${slug}`, name]),
    [`category:${unknownCategory}`, 'Not known'],
  ])
}

/** Carts taken to retailers' own sites in a range and in the one before it. One Query a retailer. */
async function readHandoffs(range: DateRange, previous: DateRange): Promise<Figures['handoffs']> {
  const retailers = await listHandoffRetailers()
  return Promise.all(
    retailers.map(async ({ id, name }) => {
      const days = await listHandoffCounts(id, { from: previous.from, to: range.to })
      const [before, now] = [
        days.filter(({ day }) => day < range.from),
        days.filter(({ day }) => day >= range.from),
      ]
      const carts = (list: typeof days) => list.reduce((sum, each) => sum + each.carts, 0)
      const items = now.reduce((sum, each) => sum + each.items, 0)
      return { name, carts: carts(now), items, cartsBefore: carts(before) }
    }),
  )
}

/**
 * What the site earned in a range, beside the range before it. The number of items read depends on the length of the
 * range and on how many retailers and categories there are, not on how many orders or products.
 */
export async function readInsight(range: DateRange): Promise<Report> {
  const previous = previousRange(range)
  const [sold, seen, product, campaign, pair, handoffs] = await Promise.all([
    readOrders(range, previous),
    readMonths('visits', [range, previous]),
    readLeading('product', range, previous),
    readLeading('campaign', range, previous),
    readLeading('pair', range, previous),
    readHandoffs(range, previous),
  ])
  const [visits = {}, visitsBefore = {}] = seen.map(months => sumCounts(months.values()))
  const ranked = { product, campaign, pair }
  const names = await namesOf(ranked)
  const step = stepOf(range)
  return reportOf({
    range,
    previous,
    step,
    ...sold,
    visits,
    visitsBefore,
    ranked,
    handoffs,
    names,
  })
}
