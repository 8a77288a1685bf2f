import { type CounterKey, getCounters } from '#lib/data/insight/counter-items.ts'
import { listRankedKeys } from '#lib/data/insight/rankings.ts'
import { type Addition, additionWrite, tallyKeysOf } from '#lib/data/insight/tallies.ts'
import { ordersOfDay } from '#lib/data/order-items.ts'
import { client, tableName } from '#lib/data/table.ts'
import { transactWrites, type Write } from '#lib/data/transact.ts'
import { rankings } from '#lib/domain/insight/contribution.ts'
import type { Counts } from '#lib/domain/insight/counts.ts'

/** The ids of all orders placed on a day, in order. A Query on GSI3 for every megabyte of them. */
export async function listOrderIdsOf(day: string): Promise<string[]> {
  const found: string[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.query({
      TableName: tableName,
      IndexName: 'GSI3',
      KeyConditionExpression: 'gsi3pk = :day',
      ExpressionAttributeValues: { ':day': ordersOfDay(day) },
      ProjectionExpression: 'orderId',
      ExclusiveStartKey,
    })
    for (const item of page.Items ?? []) found.push(String(item.orderId))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

/** The keys of all counters that a month's orders may be in. */
export async function listCounterKeys(month: string): Promise<CounterKey[]> {
  const ranked = await Promise.all(rankings.map(ranking => listRankedKeys(ranking, month)))
  return [...tallyKeysOf('orders', month), ...ranked.flat()]
}

/** What counters hold, by partition and sort key with a space between; those that are not there are left out. */
export async function readCounters(keys: readonly CounterKey[]): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>()
  for (const { pk, sk, ...item } of await getCounters(keys, { consistent: true })) {
    const counts = Object.entries(item).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value]] : [],
    )
    found.set(`${pk} ${sk}`, Object.fromEntries(counts))
  }
  return found
}

const mostWrites = 100

/** Makes additions outside of any order's own transaction: for correcting counters. */
export async function addToCounters(additions: readonly Addition[]): Promise<void> {
  const writes: Write[] = additions.map(additionWrite)
  for (let start = 0; start < writes.length; start += mostWrites) {
    await transactWrites(writes.slice(start, start + mostWrites))
  }
}
