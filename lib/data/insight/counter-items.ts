import { client, tableName } from '#lib/data/table.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'

/** Where a counter's item stands. */
export type CounterKey = { pk: string; sk: string }
/** An item of counters as it is kept: its counts by name, its key, and what else it is found by. */
export type CounterItem = Record<string, unknown>

/** Asks for these attributes of items alone: what is not asked for is not sent. */
export function askingFor(names: readonly string[]) {
  return {
    ProjectionExpression: names.map((_, index) => `#${index}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#${index}`, name])),
  }
}

const batch = 100
const atOnce = 8

/**
 * The items with these keys, each key given once, in any order; those that are not there are left out. With `names`,
 * these attributes of them. One BatchGetItem for every 100.
 */
export async function getCounters(
  keys: readonly CounterKey[],
  { names, consistent = false }: { names?: readonly string[]; consistent?: boolean } = {},
): Promise<CounterItem[]> {
  const found: CounterItem[] = []
  const how = { ConsistentRead: consistent, ...(names ? askingFor(names) : {}) }
  const starts = Array.from({ length: Math.ceil(keys.length / batch) }, (_, index) => index * batch)
  await eachAtOnce(atOnce, starts, async start => {
    let Keys: Record<string, unknown>[] = keys.slice(start, start + batch)
    while (Keys.length > 0) {
      const { Responses, UnprocessedKeys } = await client.batchGet({
        RequestItems: { [tableName]: { Keys, ...how } },
      })
      found.push(...(Responses?.[tableName] ?? []))
      Keys = UnprocessedKeys?.[tableName]?.Keys ?? []
    }
  })
  return found
}
