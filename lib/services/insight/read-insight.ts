import { listCategories } from '#lib/data/categories.ts'
import { listHandoffCounts } from '#lib/data/handoffs.ts'
import { readTallies, type Tally } from '#lib/data/insight/tallies.ts'
import { getLines } from '#lib/data/listing-directory.ts'
import { listHandoffRetailers, listRetailers } from '#lib/data/retailers.ts'
import { unknownCategory } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts, sumCounts } from '#lib/domain/insight/counts.ts'
import {
  type DateRange,
  eachDay,
  eachMonth,
  monthOf,
  partsOf,
  previousRange,
  stepOf,
} from '#lib/domain/insight/periods.ts'
import { type Figures, type Report, reportOf } from '#lib/domain/insight/report.ts'
import { readLeading } from '#lib/services/insight/read-ranked.ts'

/** The counts of a range's whole months, by month, and of the days left over, by day. */
async function readParts(
  tally: Tally,
  range: DateRange,
  only?: readonly string[],
): Promise<Map<string, Counts>> {
  const { months, days } = partsOf(range)
  const parts = await Promise.all([
    ...(months ? [readTallies(tally, 'month', months, only)] : []),
    ...days.map(edge => readTallies(tally, 'day', edge, only)),
  ])
  return new Map(parts.flatMap(part => [...part]))
}

async function readSum(tally: Tally, range: DateRange, only?: readonly string[]): Promise<Counts> {
  return sumCounts((await readParts(tally, range, only)).values())
}

async function readSeries(range: DateRange): Promise<Figures['series']> {
  if (stepOf(range) === 'day') {
    const found = await readTallies('orders', 'day', range)
    return eachDay(range).map(period => ({ period, counts: found.get(period) ?? {} }))
  }
  const series = new Map(eachMonth(range).map(month => [month, {} as Counts]))
  for (const [period, counts] of await readParts('orders', range)) {
    addTo(series.get(monthOf(period)) ?? {}, counts)
  }
  return [...series].map(([period, counts]) => ({ period, counts }))
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
  const [series, ordersBefore, visits, visitsBefore, product, campaign, pair, handoffs] = await Promise.all([
    readSeries(range),
    readSum('orders', previous),
    readSum('visits', range),
    // Of the visits before, only what stands on top is compared.
    readSum('visits', previous, ['views', 'baskets']),
    readLeading('product', range, previous),
    readLeading('campaign', range, previous),
    readLeading('pair', range, previous),
    readHandoffs(range, previous),
  ])
  const ranked = { product, campaign, pair }
  const orders = sumCounts(series.map(({ counts }) => counts))
  const names = await namesOf(ranked)
  const step = stepOf(range)
  return reportOf({
    range,
    previous,
    step,
    series,
    orders,
    ordersBefore,
    visits,
    visitsBefore,
    ranked,
    handoffs,
    names,
  })
}
