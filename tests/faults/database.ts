import { randomUUID } from 'node:crypto'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { client } from '#lib/data/table.ts'
import { actors, cross, stage } from './stage.ts'

const named = (name: string) => Object.assign(new Error(name), { name, $metadata: {}, $fault: 'server' })

/** How DynamoDB refuses for the moment: a transaction as a whole with a reason for each write, anything else alone. */
function busy(input: { TransactItems?: unknown[] }, code: 'ThrottlingError' | 'TransactionConflict'): Error {
  const { TransactItems } = input
  if (!TransactItems) {
    return named(
      code === 'ThrottlingError' ? 'ProvisionedThroughputExceededException' : 'TransactionConflictException',
    )
  }
  return new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${code}]`,
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: TransactItems.map((_, index) => ({ Code: index === 0 ? code : 'None' })),
  })
}

/**
 * What the SDK does for every request and nobody reads here: its log, its tries, of which there is one, who it is, and
 * the signature, of which the stand-in wants the form.
 */
const unread = [
  'loggerMiddleware',
  'retryMiddleware',
  'getUserAgentMiddleware',
  'recursionDetectionMiddleware',
  'httpAuthSchemeMiddleware',
  'httpSigningMiddleware',
]
const signature = {
  'x-amz-date': '20261122T120000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
}

/** What the harness has read since the last write, by key. */
const read = new Map<string, unknown>()

/** Whether the harness itself only looks: the same look again, with nothing written since, sees the same. */
function isLook(command: string): boolean {
  return command === 'GetItem' && stage().isCalm && actors.getStore() === undefined
}

/** Puts the schedule's faults between the product's one client and DynamoDB. */
export function installDatabaseFaults(): void {
  for (const middleware of unread) client.middlewareStack.remove(middleware)
  client.middlewareStack.add(
    next => sent => {
      Object.assign((sent.request as { headers: object }).headers, signature)
      return next(sent)
    },
    { step: 'finalizeRequest', name: 'signature' },
  )
  client.middlewareStack.add(
    (next, context) => async sent => {
      const command = (context.commandName ?? '').replace(/Command$/, '')
      if (isLook(command)) {
        const key = JSON.stringify(sent.input)
        const known = (read.get(key) as ReturnType<typeof next> | undefined) ?? next(sent)
        read.set(key, known)
        return known
      }
      const isWrite = !/^(GetItem|BatchGetItem|Query)$/.test(command)
      if (isWrite) read.clear()
      return cross('table', command, async fault => {
        const input = sent.input as { TransactItems?: unknown[]; ClientRequestToken?: string }
        if (fault === 'throttled') throw busy(input, 'ThrottlingError')
        if (fault === 'conflict') throw busy(input, 'TransactionConflict')
        if (fault === 'unreachable') throw named('TimeoutError')
        // What the SDK does when an answer is lost: the same request again, a transaction under the same token.
        if (fault === 'twice') {
          if (input.TransactItems) input.ClientRequestToken = randomUUID()
          await next(sent)
        }
        const answer = await next(sent)
        if (isWrite) read.clear()
        if (fault === 'lost') throw named('TimeoutError')
        return answer
      })
    },
    { step: 'initialize', name: 'faults', priority: 'high' },
  )
}
