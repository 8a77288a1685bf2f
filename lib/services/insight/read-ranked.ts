import { readOfMonths, readRanked } from '#lib/data/insight/rankings.ts'
import type { Ranking } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts } from '#lib/domain/insight/counts.ts'
import { type DateRange, eachMonth } from '#lib/domain/insight/periods.ts'

/** How many of each month are looked at, and how many are shown. */
const perMonth = 40
const shown = 25

/**
 * What led in a range, with exact counts there and in the range before. Whatever stood among the first 40 of a month
 * that the range touches can be shown; what never did is in the totals only. One Query a month, and for
 * both ranges a BatchGetItem for every hundred keys of all their months: no more than 40 a month, however many there are.
 */
export async function readLeading(
  ranking: Ranking,
  range: DateRange,
  previous: DateRange,
): Promise<{ key: string; now: Counts; before: Counts }[]> {
  const measure = ranking === 'pair' ? 'orders' : 'sales'
  const months = await Promise.all(
    eachMonth(range).map(async month => ({
      month,
      ...(await readRanked(ranking, month, range, perMonth)),
    })),
  )
  const sums = new Map<string, Counts>()
  for (const { counts } of months) {
    for (const [key, found] of counts) sums.set(key, addTo(sums.get(key) ?? {}, found))
  }
  const byMeasure = (a: [string, Counts], b: [string, Counts]) =>
    (b[1][measure] ?? 0) - (a[1][measure] ?? 0) || (a[0] < b[0] ? -1 : 1)
  const candidates = [...sums].toSorted(byMeasure).slice(0, perMonth)
  const keys = candidates.map(([key]) => key)
  const missing = months
    .filter(({ complete }) => !complete)
    .map(({ month, counts }) => ({ month, keys: keys.filter(key => !counts.has(key)) }))
  const now = new Map(candidates)
  for (const found of (await readOfMonths(ranking, missing, range)).values()) {
    for (const [key, counts] of found) addTo(now.get(key) ?? {}, counts)
  }
  const leading = [...now]
    .filter(([, counts]) => (counts[measure] ?? 0) > 0)
    .toSorted(byMeasure)
    .slice(0, shown)
  const leadingKeys = leading.map(([key]) => key)
  const earlier = eachMonth(previous).map(month => ({ month, keys: leadingKeys }))
  const before = new Map<string, Counts>()
  for (const found of (await readOfMonths(ranking, earlier, previous)).values()) {
    for (const [key, counts] of found) before.set(key, addTo(before.get(key) ?? {}, counts))
  }
  return leading.map(([key, counts]) => ({ key, now: counts, before: before.get(key) ?? {} }))
}
