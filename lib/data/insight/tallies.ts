import { type CounterKey, getCounters } from '#lib/data/insight/counter-items.ts'
import { tableName } from '#lib/data/table.ts'
import type { Write } from '#lib/data/transact.ts'
import { addTo, type Counts } from '#lib/domain/insight/counts.ts'
import { eachDay, monthOf, monthRange } from '#lib/domain/insight/periods.ts'

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

/** Any of the partitions: for what is counted with nothing to go by. */
export function anyTallyShard(): number {
  return Math.floor(Math.random() * shards)
}

/** The partition that an order is counted in. */
export function tallyShardOf(id: string): number {
  return [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 65_521, 7) % shards
}

/** The item of a day (`2026-11-22`) or a month (`2026-11`) in a partition. */
export function tallyKey(tally: Tally, shard: number, period: string): CounterKey {
  const step = period === monthOf(period) ? 'month' : 'day'
  return { pk: `insight#${tally}#${shard}`, sk: `${step}#${period}` }
}

/** What is to be added to one item: its counts, and beside them what it needs to be found by. */
export type Addition = { key: CounterKey; counts: Counts; more?: Record<string, string> }

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

/** What to add to the counters of some days and of their months: one for each item, as a transaction wants. */
export function tallyAdditions(
  tally: Tally,
  shard: number,
  days: readonly { day: string; counts: Counts }[],
): Addition[] {
  const items = new Map<string, Counts>()
  for (const { day, counts } of days) {
    if (Object.keys(counts).length === 0) continue
    for (const period of [day, monthOf(day)]) {
      items.set(period, addTo(items.get(period) ?? {}, counts))
    }
  }
  return [...items].map(([period, counts]) => ({ key: tallyKey(tally, shard, period), counts }))
}

const keysOf = (tally: Tally, periods: readonly string[]) =>
  tallyShards.flatMap(shard => periods.map(period => tallyKey(tally, shard, period)))

/** The keys of all counters that a month's orders, or visits, are in. */
export function tallyKeysOf(tally: Tally, month: string): CounterKey[] {
  return keysOf(tally, [month, ...eachDay(monthRange(month))])
}

/**
 * The counts, all or `only` some, of these days and months, each given once; those that have none are left out. One
 * BatchGetItem for every 25 of them, in parallel.
 */
export async function readTallies(
  tally: Tally,
  periods: readonly string[],
  only?: readonly string[],
): Promise<Map<string, Counts>> {
  const all = new Map<string, Counts>()
  const names = only && ['sk', ...only]
  for (const { pk: _, sk, ...counts } of await getCounters(keysOf(tally, periods), { names })) {
    const period = String(sk).split('#')[1] ?? ''
    all.set(period, addTo(all.get(period) ?? {}, counts as Counts))
  }
  return all
}
