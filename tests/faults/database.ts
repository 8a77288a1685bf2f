import { randomUUID } from 'node:crypto'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { client } from '#lib/data/table.ts'
import { cross } from './stage.ts'

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

/** Puts the schedule's faults between the product's one client and DynamoDB. */
export function installDatabaseFaults(): void {
  client.middlewareStack.add(
    (next, context) => async sent => {
      const command = (context.commandName ?? '').replace(/Command$/, '')
      const operation = { Update: 'UpdateItem', Get: 'GetItem', TransactWrite: 'TransactWriteItems' }[command]
      return cross('table', operation ?? command, async fault => {
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
        if (fault === 'lost') throw named('TimeoutError')
        return answer
      })
    },
    { step: 'initialize', name: 'faults', priority: 'high' },
  )
}
