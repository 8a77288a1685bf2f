import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countOrder, getCountedOrders } from '#lib/data/insight/count-order.ts'
import { readTallies } from '#lib/data/insight/tallies.ts'
import { ordersOfDay } from '#lib/data/order-items.ts'
import { finishOrder } from '#lib/data/orders.ts'
import { tableName } from '#lib/data/table.ts'
import { byKey, type Counts, sumCounts } from '#lib/domain/insight/counts.ts'
import { eachDay } from '#lib/domain/insight/periods.ts'
import { tableIds } from '#lib/domain/insight/tables.ts'
import { readInsight } from '#lib/services/insight/read-insight.ts'
import { readLeading } from '#lib/services/insight/read-ranked.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'
import { temporaryFolder } from '#tests/fixtures/stand-ins.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'
import { makeTable } from '#tests/fixtures/table.ts'

/** Days that no other test's orders are placed on. */
const range = { from: '2024-07-30', to: '2024-08-02' }
const { folder, remove } = temporaryFolder()
afterAll(remove)

const products = ['oats', 'tea', 'jam', 'soup']

async function placeOrders(): Promise<void> {
  const [example] = exampleOrder().lines
  if (!example) throw new Error('no line')
  const days = eachDay(range)
  for (let index = 0; index < 30; index++) {
    const lines = products.slice(0, 1 + (index % 4)).map((slug, place) => ({
      ...example,
      slug,
      sku: slug.toUpperCase(),
      category: place < 2 ? 'breakfast' : 'pantry',
      quantity: 1 + ((index + place) % 3),
      total: { amount: 300 + 17 * index + place, currency: 'USD' },
    }))
    const order = await submitOrder({
      createdAt: `${days[index % days.length]}T16:00:00.000Z`,
      retailerId: ['harbor-market', 'greenline', 'parcel-and-pantry'][index % 3],
      origin: { returning: index % 5 === 0, campaign: ['summer', undefined, 'recipes'][index % 3] },
      lines,
    })
    const state = index % 7 === 6 ? 'failed' : 'confirmed'
    await finishOrder(order.id, {
      state,
      reason: state === 'failed' ? 'out_of_stock' : undefined,
      entries: [],
    })
    for (const each of await getCountedOrders([order.id])) await countOrder(each)
  }
}

/** The orders as DynamoDB's export to S3 lays them out. */
async function exportOrders(): Promise<string> {
  const client = new DynamoDBClient({})
  const lines: string[] = []
  for (const day of eachDay(range)) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: 'GSI3',
        KeyConditionExpression: 'gsi3pk = :day',
        ExpressionAttributeValues: { ':day': { S: ordersOfDay(day) } },
      }),
    )
    lines.push(...Items.map(Item => JSON.stringify({ Item })))
  }
  // Whatever else a table holds is in its export too.
  lines.push(JSON.stringify({ Item: { pk: { S: 'cart' }, lines: { L: [] } } }))
  const data = join(folder, 'AWSDynamoDB/sample/data')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'part.json.gz'), gzipSync(lines.join('\n')))
  return join(data, '*.json.gz')
}

type Rows = Record<string, Counts>
let run: (query: string) => Promise<Rows>

beforeAll(async () => {
  await makeTable()
  await placeOrders()
  const files = await exportOrders()
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const read = (name: string) => readFileSync(`lib/data/insight/queries/${name}.sql`, 'utf8')
  await connection.run(read('tables-duckdb').replace("'FILES'", `'${files}'`))
  run = async query => {
    const answer = await connection.runAndReadAll(read(query))
    const rows = answer.getRowObjects().map(({ name, ...counts }) => {
      const numbers = Object.entries(counts).map(([column, value]) => [column, Number(value)])
      return [String(name), Object.fromEntries(numbers)]
    })
    return Object.fromEntries(rows)
  }
})

const sold = (counts: Counts | undefined): Counts => {
  const { orders = 0, units = 0, sales = 0 } = counts ?? {}
  return { orders, units, sales }
}
const asRows = (found: Iterable<[string, Counts]>): Rows =>
  Object.fromEntries([...found].map(([key, counts]) => [key, sold(counts)]))

test('what the queries make of an export equals the counters', async () => {
  const days = await readTallies('orders', eachDay(range))
  const all = sumCounts(days.values())
  expect(all.orders).toBe(26)
  expect(await run('by-day')).toEqual(asRows(days))
  for (const dimension of ['retailer', 'category']) {
    expect(await run(`by-${dimension}`)).toEqual(asRows(byKey(all, dimension)))
  }
  const before = { from: '2024-07-26', to: '2024-07-29' }
  for (const ranking of ['product', 'campaign'] as const) {
    const leading = await readLeading(ranking, range, before)
    expect(await run(`by-${ranking}`)).toEqual(asRows(leading.map(({ key, now }) => [key, now])))
  }
  const pairs = (await readLeading('pair', range, before)).map(({ key, now }) => [
    key,
    { orders: now.orders },
  ])
  expect(await run('bought-together')).toEqual(Object.fromEntries(pairs))
  expect(await run('new-and-returning')).toEqual({
    new: { orders: all['new:orders'], sales: all['new:sales'] },
    returning: { orders: all['returning:orders'], sales: all['returning:sales'] },
  })
  expect(await run('ends')).toEqual({ confirmed: { orders: all.confirmed }, failed: { orders: all.failed } })
})

test('most of a month, read as the month less the days left out, comes to what its days come to', async () => {
  // The orders of this day are all that the longer range has: those of the next day are taken from the month.
  const to = '2024-07-30'
  const [day, most] = await Promise.all([
    readInsight({ from: to, to }),
    readInsight({ from: '2024-07-03', to }),
  ])
  for (const id of tableIds.filter(each => each !== 'time' && each !== 'share')) {
    expect(most.tables[id].rows).toEqual(day.tables[id].rows)
  }
  for (const id of ['time', 'share'] as const) {
    expect(most.tables[id].rows.at(-1)).toEqual(day.tables[id].rows[0])
  }
  expect(most.headlines).toEqual(day.headlines)
  expect(day.headlines[1]?.now).toBeGreaterThan(0)
})
