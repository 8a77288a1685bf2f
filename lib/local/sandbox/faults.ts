import { z } from 'zod'
import { DropConnection, type HttpAnswer, path, Refusal, type Route } from './http.ts'
import { get, overwrite } from './store.ts'

const count = z.number().int().min(0).max(1_000_000)

/** What can go wrong here on request. Counts run down to 0, which is off; the rest stays until changed. */
const faultsSchema = z.strictObject({
  /** Every answer waits this long. */
  delayMilliseconds: z.number().int().min(0).max(60_000).default(0),
  /** So many calls are refused with `failStatus` before they have any effect. */
  failNext: count.default(0),
  failStatus: z.union([z.literal(429), z.literal(500), z.literal(502), z.literal(503)]).default(503),
  /** The share of calls refused with `failStatus`, 0 to 1. */
  errorRate: z.number().min(0).max(1).default(0),
  /** So many calls take effect, but the connection closes without an answer. */
  dropAfterEffect: count.default(0),
  /** So many calls take effect, but only half of the answer arrives. */
  truncateAfterEffect: count.default(0),
  /** So many calls arrive twice at the same moment, as a faulty network repeats them. */
  duplicate: count.default(0),
  /** Only these operations suffer; empty means all. */
  operations: z.array(z.string()).default([]),
  /** So many completions ask for the buyer on the retailer's own page. */
  escalate: count.default(0),
  /** So many reports are sent twice, are overtaken by the next, or carry a signature that is not ours at first. */
  webhookDuplicate: count.default(0),
  webhookOutOfOrder: count.default(0),
  webhookBadSignature: count.default(0),
  /** Minor units added as a fee to sessions updated from now on, so that totals change. */
  surcharge: count.default(0),
  /** How long a hold lasts. */
  holdSeconds: z.number().min(0.2).max(3600).optional(),
  /** How long a price holds. */
  sessionSeconds: z.number().min(0.2).max(86_400).optional(),
  /** How long until an order ships; it is delivered after three times as long. */
  shipAfterSeconds: z.number().min(0).max(86_400).optional(),
})
export type Faults = z.infer<typeof faultsSchema>

type Counted =
  | 'failNext'
  | 'dropAfterEffect'
  | 'truncateAfterEffect'
  | 'duplicate'
  | 'escalate'
  | 'webhookDuplicate'
  | 'webhookOutOfOrder'
  | 'webhookBadSignature'

export type FaultSwitch = ReturnType<typeof faultSwitch>

/** The faults of one business: kept in its table, at hand in memory. */
export function faultSwitch(business: string) {
  let current: Faults = faultsSchema.parse({})

  const save = () => overwrite(`${business}#settings`, 'faults', current)
  const concerns = (operation: string) =>
    current.operations.length === 0 || current.operations.includes(operation)

  /** Uses up one of a count. Saved without waiting: losing one in a crash does no harm. */
  function take(name: Counted, operation: string): boolean {
    if (current[name] < 1 || !concerns(operation)) return false
    current = { ...current, [name]: current[name] - 1 }
    void save().catch(console.error)
    return true
  }

  async function load() {
    const stored = faultsSchema.strip().safeParse(await get(`${business}#settings`, 'faults'))
    if (stored.success) current = stored.data
  }

  async function change(input: unknown): Promise<Faults> {
    const parsed = faultsSchema.safeParse({ ...current, ...(input as object) })
    if (!parsed.success) {
      throw new Refusal({ status: 422, body: { error: z.prettifyError(parsed.error) } })
    }
    current = parsed.data
    await save()
    return current
  }

  async function reset(): Promise<Faults> {
    current = faultsSchema.parse({})
    await save()
    return current
  }

  /** Runs an operation under the faults in force. */
  async function suffer(operation: string, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    if (current.delayMilliseconds > 0 && concerns(operation)) {
      await new Promise(resolve => setTimeout(resolve, current.delayMilliseconds))
    }
    const fails = take('failNext', operation) || (concerns(operation) && Math.random() < current.errorRate)
    if (fails) {
      const { failStatus } = current
      return { status: failStatus, body: { error: 'fault' }, headers: { 'retry-after': '1' } }
    }
    const isTwice = take('duplicate', operation)
    const answers = await Promise.all(isTwice ? [work(), work()] : [work()])
    if (take('dropAfterEffect', operation)) throw new DropConnection()
    const answer = answers.at(-1) as HttpAnswer
    return take('truncateAfterEffect', operation) ? truncated(answer) : answer
  }

  const routes: Route[] = [
    { method: 'GET', path: path('/sandbox/faults'), handle: async () => ({ status: 200, body: current }) },
    {
      method: 'POST',
      path: path('/sandbox/faults'),
      handle: async ({ text }) => ({ status: 200, body: await change(parseJson(text)) }),
    },
    {
      method: 'DELETE',
      path: path('/sandbox/faults'),
      handle: async () => ({ status: 200, body: await reset() }),
    },
  ]
  return { load, change, reset, suffer, take, routes, current: () => current }
}

function truncated(answer: HttpAnswer): HttpAnswer {
  const text = JSON.stringify(answer.body ?? {})
  return {
    ...answer,
    body: undefined,
    html: text.slice(0, text.length / 2),
    headers: { 'content-type': 'application/json' },
  }
}

/** A body that must be a JSON object; 400 otherwise. */
export function parseJson(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text)
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed
  } catch {
    // Answered below like any other body that is not an object.
  }
  throw new Refusal({ status: 400, body: { error: 'the body is not a JSON object' } })
}
