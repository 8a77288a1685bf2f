import type { Addition } from '#lib/data/insight/tallies.ts'
import { client, tableName } from '#lib/data/table.ts'
import type { Contribution, Ranking } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts } from '#lib/domain/insight/counts.ts'
import { type DateRange, holdsMonth, monthOf } from '#lib/domain/insight/periods.ts'

/*
 * Counters of products, campaigns and pairs: an item for each of them and each month, with the month's counts and those
 * of each day (`22:sales`) in it. GSI3 keeps a month's items in the order of what they are ranked by.
 */

/** What a ranking is ordered by. */
const measure: Record<Ranking, 'sales' | 'orders'> = { product: 'sales', campaign: 'sales', pair: 'orders' }

function keyOf(ranking: Ranking, month: string, key: string) {
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
export async function listRankedKeys(ranking: Ranking, month: string): Promise<Addition['key'][]> {
  const found: Addition['key'][] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.query({
      TableName: tableName,
      IndexName: 'GSI3',
      KeyConditionExpression: 'gsi3pk = :month',
      ExpressionAttributeValues: { ':month': `${ranking}#${month}` },
      ...wholeMonth,
      ExclusiveStartKey,
    })
    for (const item of page.Items ?? []) found.push(keyOf(ranking, month, String(item.key)))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

/** An item's counts: those of the month, or those of the days of it that a range has. */
function countsOf(item: Record<string, unknown>, month: string, range: DateRange): Counts {
  const found: Counts = {}
  const whole = holdsMonth(range, month)
  for (const [name, value] of Object.entries(item)) {
    if (typeof value !== 'number' || name === 'gsi3sk') continue
    const [day, measured] = name.includes(':') ? name.split(':') : [undefined, name]
    if (!measured || whole !== (day === undefined)) continue
    const date = `${month}-${day}`
    if (whole || (date >= range.from && date <= range.to)) addTo(found, { [measured]: value })
  }
  return found
}

/** Whole months need no days: what is not asked for is not sent. */
const wholeMonth = {
  ProjectionExpression: '#key, sales, units, orders',
  ExpressionAttributeNames: { '#key': 'key' },
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
  const { Items = [] } = await client.query({
    TableName: tableName,
    IndexName: 'GSI3',
    KeyConditionExpression: 'gsi3pk = :month',
    ExpressionAttributeValues: { ':month': `${ranking}#${month}` },
    ScanIndexForward: false,
    Limit: limit,
    ...(holdsMonth(range, month) ? wholeMonth : {}),
  })
  const counts = new Map(Items.map(item => [String(item.key), countsOf(item, month, range)]))
  return { counts, complete: Items.length < limit }
}

const batch = 100

/** The counts of some keys of a month, as `readRanked` gives them; those with none are left out. */
export async function readOfMonth(
  ranking: Ranking,
  month: string,
  range: DateRange,
  wanted: readonly string[],
): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>()
  const projection = holdsMonth(range, month) ? wholeMonth : {}
  for (let start = 0; start < wanted.length; start += batch) {
    let Keys: Record<string, unknown>[] = wanted
      .slice(start, start + batch)
      .map(key => keyOf(ranking, month, key))
    while (Keys.length > 0) {
      const { Responses, UnprocessedKeys } = await client.batchGet({
        RequestItems: { [tableName]: { Keys, ...projection } },
      })
      for (const item of Responses?.[tableName] ?? []) {
        found.set(String(item.key), countsOf(item, month, range))
      }
      Keys = UnprocessedKeys?.[tableName]?.Keys ?? []
    }
  }
  return found
}
