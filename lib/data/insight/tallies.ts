import { client, tableName } from '#lib/data/table.ts'
import type { Write } from '#lib/data/transact.ts'
import { addTo, type Counts } from '#lib/domain/insight/counts.ts'
import { type DateRange, eachDay, monthOf, monthRange } from '#lib/domain/insight/periods.ts'

/*
 * Counters of the site: an item for each day and one for each month, spread over shards. An attribute is one count,
 * `sales` or `retailer:greenline:orders`, so that any number of them is added in one write without the item being
 * there before. There are as many names as the shop has retailers and categories; what can have any number of keys
 * is in rankings.ts.
 */

/** What orders come to, which can be counted again from them, and what visits came to, which cannot. */
export type Tally = 'orders' | 'visits'

const shards = 4
/** All the partitions that each kind of counter is spread over. */
export const tallyShards = Array.from({ length: shards }, (_, shard) => shard)

const keys = ['pk', 'sk']

/** Any of the partitions: for what is counted with nothing to go by. */
export function anyTallyShard(): number {
  return Math.floor(Math.random() * shards)
}

/** The partition that an order is counted in. */
export function tallyShardOf(id: string): number {
  return [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 65_521, 7) % shards
}

/** The sort keys of a day and of a month. */
const dayKey = (day: string) => `day#${day}`
const monthKey = (month: string) => `month#${month}`

/** What is to be added to one item: its counts, and beside them what it needs to be found by. */
export type Addition = { key: { pk: string; sk: string }; counts: Counts; more?: Record<string, string> }

/** The write that makes an addition, whether or not the item is there. */
export function additionWrite({ key, counts, more = {} }: Addition): Write {
  const added = Object.entries(counts)
  const set = Object.entries(more)
  const sets = set.map((_, index) => `#${added.length + index} = :${added.length + index}`)
  return {
    Update: {
      TableName: tableName,
      Key: key,
      UpdateExpression: [
        sets.length > 0 ? `SET ${sets.join(', ')}` : '',
        `ADD ${added.map((_, index) => `#${index} :${index}`).join(', ')}`,
      ].join(' '),
      ExpressionAttributeNames: Object.fromEntries(
        [...added, ...set].map(([name], index) => [`#${index}`, name]),
      ),
      ExpressionAttributeValues: Object.fromEntries(
        [...added, ...set].map(([, value], index) => [`:${index}`, value]),
      ),
    },
  }
}

function partition(tally: Tally, shard: number): string {
  return `insight#${tally}#${shard}`
}

/** What to add to the counters of some days and of their months: one for each item, as a transaction wants. */
export function tallyAdditions(
  tally: Tally,
  shard: number,
  days: readonly { day: string; counts: Counts }[],
): Addition[] {
  const items = new Map<string, Counts>()
  for (const { day, counts } of days) {
    if (Object.keys(counts).length === 0) continue
    for (const sk of [dayKey(day), monthKey(monthOf(day))]) {
      items.set(sk, addTo(items.get(sk) ?? {}, counts))
    }
  }
  return [...items].map(([sk, counts]) => ({ key: { pk: partition(tally, shard), sk }, counts }))
}

/** The keys of all counters that a month's orders, or visits, are in. */
export function tallyKeysOf(tally: Tally, month: string): Addition['key'][] {
  const sortKeys = [monthKey(month), ...eachDay(monthRange(month)).map(dayKey)]
  return tallyShards.flatMap(shard => sortKeys.map(sk => ({ pk: partition(tally, shard), sk })))
}

async function readShard(
  tally: Tally,
  shard: number,
  from: string,
  to: string,
  only?: readonly string[],
): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>()
  const projection = only && {
    ProjectionExpression: ['sk', ...only.map((_, index) => `#${index}`)].join(', '),
    ExpressionAttributeNames: Object.fromEntries(only.map((name, index) => [`#${index}`, name])),
  }
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.query({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': partition(tally, shard), ':from': from, ':to': to },
      ...projection,
      ExclusiveStartKey,
    })
    for (const item of page.Items ?? []) {
      const counts = Object.entries(item).filter(([name]) => !keys.includes(name))
      found.set(String(item.sk).split('#')[1] ?? '', Object.fromEntries(counts))
    }
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

/** The counts of one partition by day or by month, for comparing it with what it should hold. */
export function readTallyShard(
  tally: Tally,
  shard: number,
  step: 'day' | 'month',
  { from, to }: DateRange,
  only?: readonly string[],
): Promise<Map<string, Counts>> {
  const key = step === 'day' ? dayKey : monthKey
  return readShard(tally, shard, key(from), key(to), only)
}

/** The counts, all or some, of each day, or each month, of a range that has any. One Query a shard, in parallel. */
export async function readTallies(
  tally: Tally,
  step: 'day' | 'month',
  range: DateRange,
  only?: readonly string[],
): Promise<Map<string, Counts>> {
  const parts = await Promise.all(tallyShards.map(shard => readTallyShard(tally, shard, step, range, only)))
  const all = new Map<string, Counts>()
  for (const part of parts) {
    for (const [period, counts] of part) all.set(period, addTo(all.get(period) ?? {}, counts))
  }
  return all
}
