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
  ProjectionExpression: 'pk, #key, sales, units, orders',
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

/** What is wanted of one month. */
type Wanted = { month: string; keys: readonly string[] }

/**
 * The counts of some keys of some months, as `readRanked` gives them, by month; those with none are left out. One
 * BatchGetItem for every 100 of all of them, months that the range holds whole apart from the others.
 */
export async function readOfMonths(
  ranking: Ranking,
  wanted: readonly Wanted[],
  range: DateRange,
): Promise<Map<string, Map<string, Counts>>> {
  const found = new Map(wanted.map(({ month }) => [month, new Map<string, Counts>()]))
  const read = async (some: readonly { month: string; key: string }[], projection: object) => {
    const months = new Map(some.map(({ month, key }) => [keyOf(ranking, month, key).pk, month]))
    let Keys: Record<string, unknown>[] = some.map(({ month, key }) => keyOf(ranking, month, key))
    while (Keys.length > 0) {
      const { Responses, UnprocessedKeys } = await client.batchGet({
        RequestItems: { [tableName]: { Keys, ...projection } },
      })
      for (const item of Responses?.[tableName] ?? []) {
        const month = months.get(String(item.pk)) ?? ''
        found.get(month)?.set(String(item.key), countsOf(item, month, range))
      }
      Keys = UnprocessedKeys?.[tableName]?.Keys ?? []
    }
  }
  const all = wanted.flatMap(({ month, keys }) => keys.map(key => ({ month, key })))
  const [whole, parts] = [
    all.filter(({ month }) => holdsMonth(range, month)),
    all.filter(({ month }) => !holdsMonth(range, month)),
  ]
  const chunks = (list: typeof all) =>
    Array.from({ length: Math.ceil(list.length / batch) }, (_, index) =>
      list.slice(index * batch, (index + 1) * batch),
    )
  await Promise.all([
    ...chunks(whole).map(some => read(some, wholeMonth)),
    ...chunks(parts).map(some => read(some, {})),
  ])
  return found
}
