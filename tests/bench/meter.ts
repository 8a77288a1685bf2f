import type { IncomingHttpHeaders } from 'node:http'
import type { Exchange } from './proxy.ts'

type Capacity = { CapacityUnits?: number }
export type Tally = { requests: number; units: number }

const reads = ['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']
const metered = [...reads, 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']

function operationOf(headers: IncomingHttpHeaders): string {
  return String(headers['x-amz-target'] ?? '').split('.')[1] ?? ''
}

/** Counts the requests that touch one DynamoDB table and the units that they say they took, by operation. */
export class Meter {
  #tallies = new Map<string, Tally>()
  readonly #table: string

  constructor(table: string) {
    this.#table = table
  }

  /** Asks DynamoDB to say what a request took. */
  rewrite = (body: string, headers: IncomingHttpHeaders): string =>
    metered.includes(operationOf(headers))
      ? JSON.stringify({ ...(JSON.parse(body) as object), ReturnConsumedCapacity: 'TOTAL' })
      : body

  note = ({ headers, request, response }: Exchange): void => {
    const operation = operationOf(headers)
    if (!metered.includes(operation) || !request.includes(`"${this.#table}"`)) return
    const { ConsumedCapacity: consumed } = JSON.parse(response) as {
      ConsumedCapacity?: Capacity | Capacity[]
    }
    const list = Array.isArray(consumed) ? consumed : consumed ? [consumed] : []
    const tally = this.#tallies.get(operation) ?? { requests: 0, units: 0 }
    tally.requests += 1
    tally.units += list.reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0)
    this.#tallies.set(operation, tally)
  }

  reset(): void {
    this.#tallies.clear()
  }

  get byOperation(): Record<string, Tally> {
    return Object.fromEntries([...this.#tallies].toSorted())
  }

  get requests(): number {
    return [...this.#tallies.values()].reduce((sum, tally) => sum + tally.requests, 0)
  }

  /** Units of reading and of writing. */
  get units(): { read: number; write: number } {
    const total = (wanted: boolean) =>
      [...this.#tallies]
        .filter(([operation]) => reads.includes(operation) === wanted)
        .reduce((sum, [, tally]) => sum + tally.units, 0)
    return { read: total(true), write: total(false) }
  }
}
