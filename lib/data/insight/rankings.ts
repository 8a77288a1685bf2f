import { askingFor, type CounterItem, type CounterKey, getCounters } from '#lib/data/insight/counter-items.ts'
import type { Addition } from '#lib/data/insight/tallies.ts'
import { client, tableName } from '#lib/data/table.ts'
import type { Contribution, Ranking } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts } from '#lib/domain/insight/counts.ts'
import { type DateRange, holdsMonth, monthOf, partOfMonth } from '#lib/domain/insight/periods.ts'

/*
 * Counters of products, campaigns and pairs: an item for each of them and each month, with the month's counts and those
 * of each day (`22:sales`) in it. GSI3 keeps a month's items in the order of what they are ranked by.
 */

/** What a ranking is ordered by. */
const measure: Record<Ranking, 'sales' | 'orders'> = { product: 'sales', campaign: 'sales', pair: 'orders' }

function keyOf(ranking: Ranking, month: string, key: string): CounterKey {
  return { pk: `insight#${ranking}#${month}#${key}`, sk: 'ranked' }
}

/** What to add to the counters of a day's products, campaigns and pairs. */
export function rankingAdditions(day: string, changes: Contribution['ranked']): Addition[] {
  const month = monthOf(day)
  return [...changes].map(([name, counts]) => {
    const [ranking = 'product', ...rest] = name.split('/') as [Ranking, ...string[]]
    const key = rest.join('/')
    const added = addTo({ ...counts }, counts, `${day.slice(8)}:`)
    return {
      key: keyOf(ranking, month, key),
      counts: { ...added, gsi3sk: counts[measure[ranking]] ?? 0 },
      more: { gsi3pk: `${ranking}#${month}`, key },
    }
  })
}

/** The keys of all counters of a month's ranking, however many. */
export async function listRankedKeys(ranking: Ranking, month: string): Promise<CounterKey[]> {
  const found: CounterKey[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.query({
      TableName: tableName,
      IndexName: 'GSI3',
      KeyConditionExpression: 'gsi3pk = :month',
      ExpressionAttributeValues: { ':month': `${ranking}#${month}` },
      ...askingFor(['key']),
      ExclusiveStartKey,
    })
    for (const item of page.Items ?? []) found.push(keyOf(ranking, month, String(item.key)))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

const measures = ['sales', 'units', 'orders'] as const

/** What a range needs of a month's items: the month's counts less those of some days (`isWhole`), or these days' alone. */
function wantedOf(range: DateRange, month: string) {
  const { isWhole, days } = partOfMonth(range, month)
  const ofDays = days.flatMap(day => measures.map(name => ({ name, attribute: `${day.slice(8)}:${name}` })))
  const names = ['key', ...(isWhole ? measures : []), ...ofDays.map(({ attribute }) => attribute)]
  return { isWhole, ofDays, names }
}

function countsOf(item: CounterItem, { isWhole, ofDays }: ReturnType<typeof wantedOf>): Counts {
  const found: Counts = {}
  const add = (name: string, value: unknown, sign = 1) => {
    if (typeof value === 'number') found[name] = (found[name] ?? 0) + sign * value
  }
  if (isWhole) for (const name of measures) add(name, item[name])
  for (const { name, attribute } of ofDays) add(name, item[attribute], isWhole ? -1 : 1)
  return found
}

/**
 * The first `limit` of a month by what they are ranked by there, with their counts in the days of the month that the
 * range has. `complete` when there are no others. One Query on GSI3.
 */
export async function readRanked(
  ranking: Ranking,
  month: string,
  range: DateRange,
  limit: number,
): Promise<{ counts: Map<string, Counts>; complete: boolean }> {
  const wanted = wantedOf(range, month)
  const { Items = [] } = await client.query({
    TableName: tableName,
    IndexName: 'GSI3',
    KeyConditionExpression: 'gsi3pk = :month',
    ExpressionAttributeValues: { ':month': `${ranking}#${month}` },
    ScanIndexForward: false,
    Limit: limit,
    ...askingFor(wanted.names),
  })
  const counts = new Map(Items.map(item => [String(item.key), countsOf(item, wanted)]))
  return { counts, complete: Items.length < limit }
}

/**
 * The counts of some keys of some months, as `readRanked` gives them, by month; those with none are left out. One
 * BatchGetItem for every 100 of all months that the range holds whole, and of each that it does not.
 */
export async function readOfMonths(
  ranking: Ranking,
  asked: readonly { month: string; keys: readonly string[] }[],
  range: DateRange,
): Promise<Map<string, Map<string, Counts>>> {
  const found = new Map(asked.map(({ month }) => [month, new Map<string, Counts>()]))
  const alike = Map.groupBy(asked, ({ month }) => (holdsMonth(range, month) ? 'whole' : month))
  const reads = [...alike.values()].map(async group => {
    const months = new Map(
      group.flatMap(({ month, keys }) => keys.map(key => [keyOf(ranking, month, key).pk, month])),
    )
    const wanted = wantedOf(range, group[0]?.month ?? '')
    const keys = group.flatMap(({ month, keys }) => keys.map(key => keyOf(ranking, month, key)))
    for (const item of await getCounters(keys, { names: ['pk', ...wanted.names] })) {
      found.get(months.get(String(item.pk)) ?? '')?.set(String(item.key), countsOf(item, wanted))
    }
  })
  await Promise.all(reads)
  return found
}
