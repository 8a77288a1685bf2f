import type { z } from 'zod'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Step } from '#lib/domain/order.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { log } from '#lib/log.ts'
import { type FunctionName, functions } from '#lib/workflow/functions.ts'
import { Resumption } from '#lib/workflow/resumption.ts'
import { inSegment } from '#lib/workflow/segment.ts'

/** Handed to a task's body: calls to others give up in time for the task itself to answer. */
export type TaskContext = { signal: AbortSignal }

/**
 * A Lambda handler around `run`: parses the input, logs start and end with the order's id and the time taken, and
 * lets out nothing but names that the state machine knows: a DomainError's code, a Resumption, or `internal_error`.
 */
export function task<Schema extends z.ZodType<{ orderId: string }>, Result extends object>(
  name: FunctionName,
  schema: Schema,
  run: (input: z.output<Schema>, context: TaskContext) => Promise<Result>,
): (event: unknown) => Promise<Result> {
  return async event => {
    const input = schema.safeParse(event)
    if (!input.success) {
      log.error('task input refused', input.error, { task: name })
      throw new DomainError('invalid_input')
    }
    const { orderId } = input.data
    const startedAt = performance.now()
    const fields = () => ({ task: name, orderId, ms: Math.round(performance.now() - startedAt) })
    log.info('task started', { task: name, orderId })
    try {
      const signal = AbortSignal.timeout(functions[name].timeoutSeconds * 800)
      const result = await inSegment(name, orderId, () => run(input.data, { signal }))
      log.info('task ended', fields())
      return result
    } catch (error) {
      if (error instanceof Resumption) {
        log.info('task found the order further on', { ...fields(), signal: error.name })
        throw error
      }
      log.error('task failed', error, fields())
      throw new DomainError(isDomainError(error) ? error.code : 'internal_error')
    }
  }
}

/** The idempotency key of one action of an order. */
export function keyFor(
  orderId: string,
  action: Step | `undo-${Step}` | 'hold' | 'release' | 'cancel-order' | 'place-order-again',
): string {
  return uuidFrom(`${orderId}:${action}`)
}

/** A timeline time stamp: now, ISO 8601. */
export function now(): string {
  return new Date().toISOString()
}
