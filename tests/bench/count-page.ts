import { listCards } from '#lib/data/listings.ts'
import { client } from '#lib/data/table.ts'

// A process of its own, since the table's client takes its address from the environment when it is loaded.

type Consumed = { CapacityUnits?: number }

let units = 0
let requests = 0
client.middlewareStack.add(
  next => async args => {
    Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
    const result = await next(args)
    const { ConsumedCapacity = [] } = result.output as { ConsumedCapacity?: Consumed | Consumed[] }
    for (const { CapacityUnits = 0 } of [ConsumedCapacity].flat()) units += CapacityUnits
    requests += 1
    return result
  },
  { step: 'initialize' },
)
const { cards } = await listCards({ sort: 'featured' })
console.log(JSON.stringify({ units, requests, cards: cards.length }))
