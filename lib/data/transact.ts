import { setTimeout as pause } from 'node:timers/promises'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { client } from '#lib/data/table.ts'

/** What became of one write of a transaction: its code as DynamoDB says it, and the item that stood in the way. */
type Result = { rejected: boolean; code: string; item?: unknown }
type Answer = { canceled: boolean; data: readonly Result[] }

const refused = 'ConditionalCheckFailed'
/** Reasons that say "not now" rather than "no". */
const passing = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']
const attempts = 6

/**
 * Runs a transaction built by electrodb and says which writes were refused for their condition: `undefined` when
 * all went through, otherwise one entry a write. Conflicts with another transaction and throttling are tried again,
 * a bounded number of times. Bad data throws: DynamoDB reports it either as an error of its own or as a cancelled
 * transaction whose reason is `ValidationError`, and both end here as an Error.
 */
export async function transact(run: () => Promise<Answer>): Promise<readonly Result[] | undefined> {
  for (let attempt = 1; ; attempt++) {
    const answer = await run()
    if (!answer.canceled) return undefined
    const codes = answer.data.map(result => result.code).filter(code => code !== 'None')
    const hopeless = codes.filter(code => code !== refused && !passing.includes(code))
    if (hopeless.length === 0 && codes.includes(refused)) return answer.data
    if (hopeless.length > 0 || attempt === attempts) {
      throw new Error(`transaction cancelled: ${[...new Set(codes)].join(', ')}`)
    }
    await pause(2 ** attempt * 5 * (1 + Math.random()))
  }
}

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/**
 * Runs a transaction of writes in DynamoDB's own form, for counters, whose attributes electrodb cannot name
 * beforehand. Answers and throws as `transact` does.
 */
export function transactWrites(TransactItems: Write[]): Promise<readonly Result[] | undefined> {
  return transact(async () => {
    try {
      await client.transactWrite({ TransactItems })
      return { canceled: false, data: [] }
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = error.CancellationReasons ?? []
      const data = reasons.map(({ Code = 'None' }) => ({ rejected: Code !== 'None', code: Code }))
      return { canceled: true, data }
    }
  })
}

/** The write at `index`, if it was refused because its condition did not hold. */
export function refusal(results: readonly Result[] | undefined, index: number): Result | undefined {
  const result = results?.[index]
  return result?.code === refused ? result : undefined
}
