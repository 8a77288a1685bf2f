import { client } from '#lib/data/table.ts'
import { addDays, dayOf } from '#lib/domain/insight/periods.ts'
import { browseListings } from '#lib/services/browse-listings.ts'
import { readInsight } from '#lib/services/insight/read-insight.ts'

// A process of its own, since the table's client takes its address from the environment when it is loaded.

let requests = 0
let items = 0
client.middlewareStack.add(
  next => async args => {
    const result = await next(args)
    const { Items, Responses } = result.output as {
      Items?: unknown[]
      Responses?: Record<string, unknown[]>
    }
    requests += 1
    items += (Items?.length ?? 0) + Object.values(Responses ?? {}).flat().length
    return result
  },
  { step: 'initialize' },
)

const today = dayOf(Date.now())
const insight = (days: number) => async () => {
  const report = await readInsight({ from: addDays(today, 1 - days), to: today })
  return report.headlines[1]?.now ?? 0
}
const pages: [string, () => Promise<number>][] = [
  ['listings', async () => (await browseListings({})).listings.length],
  ['insight, 28 days', insight(28)],
  ['insight, 90 days', insight(90)],
  ['insight, 365 days', insight(365)],
]

const rounds = 9
const found: Record<string, { milliseconds: number; requests: number; items: number; answer: number }> = {}
for (const [name, read] of pages) {
  const times: number[] = []
  let answer = 0
  for (let round = 0; round < rounds; round++) {
    requests = 0
    items = 0
    const start = performance.now()
    answer = await read()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  found[name] = { milliseconds: Math.round(times[Math.floor(rounds / 2)] ?? 0), requests, items, answer }
}
console.log(JSON.stringify(found))
