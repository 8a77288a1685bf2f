import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { decodeTime } from 'ulid'

const running = new AsyncLocalStorage<string>()

/** Runs `run`, and whatever it starts, as part of the trace that the header names. */
export function withTrace<Result>(header: string, run: () => Result): Result {
  return running.run(header, run)
}

/**
 * The trace that this code runs in, as an X-Ray tracing header (`Root=1-…;Parent=…;Sampled=1`), which Lambda keeps in
 * the environment; undefined outside of one.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
export function currentTrace(): string | undefined {
  return running.getStore() ?? process.env._X_AMZN_TRACE_ID
}

/** The id of a trace by its header: `1-` and the time and a number, in hexadecimal. */
export function traceId(header = currentTrace()): string | undefined {
  return /Root=(1-[0-9a-f]{8}-[0-9a-f]{24})/.exec(header ?? '')?.[1]
}

/** When an order was placed, by its id: epoch milliseconds. */
export function placedAt(orderId: string): number {
  return decodeTime(orderId.slice(-26).toUpperCase())
}

/** The trace of an order that was placed outside of one: always the same, so that a second workflow joins the first. */
export function traceOfOrder(orderId: string): string {
  const number = createHash('sha256').update(orderId).digest('hex').slice(0, 24)
  return `Root=1-${Math.floor(placedAt(orderId) / 1000)
    .toString(16)
    .padStart(8, '0')}-${number};Sampled=1`
}

/** The same trace for a party that knows nothing of X-Ray: https://www.w3.org/TR/trace-context/#traceparent-header */
export function traceparent(header = currentTrace()): string | undefined {
  const id = traceId(header)
  if (!id) return undefined
  const parent = /Parent=([0-9a-f]{16})/.exec(header ?? '')?.[1] ?? id.slice(-16)
  const sampled = /Sampled=1/.test(header ?? '') ? '01' : '00'
  return `00-${id.slice(2).replace('-', '')}-${parent}-${sampled}`
}
