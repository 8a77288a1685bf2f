import { Logger } from '@aws-lambda-powertools/logger'
import { metricService } from '#lib/metric-names.ts'
import { traceId } from '#lib/trace.ts'

/**
 * All that a log line may hold beside its message. Nothing personal has a name here: who bought is found by the
 * order's id, in the studio.
 */
const fieldNames = [
  'action',
  'cause',
  'code',
  'count',
  'error',
  'functionName',
  'id',
  'kind',
  'messageId',
  'ms',
  'orderId',
  'queue',
  'reason',
  'requestId',
  'result',
  'retailerId',
  'signal',
  'slug',
  'status',
  'subject',
  'task',
  'type',
] as const
type Fields = Partial<Record<(typeof fieldNames)[number], string | number | boolean>>

/** Ids, codes and names of ours. Anything else in a field is input that lost its way: an address, a token, a text. */
const harmless = /^[\w.:-]{0,100}$/

const logger = new Logger({ serviceName: metricService })

function line(fields: Fields): Record<string, unknown> {
  const kept = fieldNames.flatMap(name => {
    const value = fields[name]
    if (value === undefined) return []
    return [[name, typeof value === 'string' && !harmless.test(value) ? 'redacted' : value]]
  })
  return { ...Object.fromEntries(kept), traceId: traceId() }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** Structured log lines, each with the id of its trace. */
export const log = {
  info: (message: string, fields: Fields = {}) => logger.info(message, line(fields)),
  warn: (message: string, fields: Fields = {}) => logger.warn(message, line(fields)),
  /** Keeps an error's name and its cause's, not its text, which may quote input. */
  error: (message: string, error: unknown, fields: Fields = {}) => {
    const cause = error instanceof Error && error.cause !== undefined ? nameOf(error.cause) : undefined
    logger.error(message, line({ ...fields, error: nameOf(error), cause }))
  },
}
