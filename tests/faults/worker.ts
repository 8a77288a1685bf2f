import { mkdtempSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxSecrets } from '#lib/local/sandbox/keys.ts'
import { startDynamoDb } from '#lib/local/stand-ins/dynamodb.ts'
import { startSecrets } from '#lib/local/stand-ins/secrets.ts'
import type { Outcome } from './case.ts'
import { installClock } from './clock.ts'
import { startMailbox } from './mailbox.ts'
import { type Sabotage, stage } from './stage.ts'
import { startTopic } from './topic.ts'

/*
 * A process that runs cases: `node --import ./tests/faults/hooks.ts tests/faults/worker.ts`, forked by pool.ts. It has a
 * DynamoDB stand-in, topic, mail server and workflow engine of its own.
 */

export type Work = { seeds: number[]; sabotage?: Sabotage }
/** Sent once when it is ready, then after each case. */
export type Report = { outcome?: Outcome }

const local = (port: number) => `http://127.0.0.1:${port}`

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

async function prepare(folder: string) {
  const dynamodb = await freePort()
  const database = await startDynamoDb({ port: dynamodb })
  const urls = ['harbor-market', 'greenline', 'parcel-and-pantry', 'sandpay'].map(id => [
    id,
    `http://${id}.localhost`,
  ])
  const secrets = await startSecrets({
    port: 0,
    file: join(folder, 'secrets.json'),
    fixed: sandboxSecrets(Object.fromEntries(urls)),
  })
  const address = secrets.address()
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    // The SDK's own retries take real time; `twice` and `lost` are what they would come to.
    AWS_MAX_ATTEMPTS: '1',
    AWS_ENDPOINT_URL_DYNAMODB: local(dynamodb),
    AWS_ENDPOINT_URL_SNS: local(await startTopic()),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: local(address && typeof address === 'object' ? address.port : 0),
    PROCESSOR_URL: 'http://sandpay.localhost',
    SMTP_URL: `smtp://127.0.0.1:${await startMailbox()}`,
    TABLE_NAME: 'faults',
    // Its context would follow every promise of the process.
    AWS_XRAY_MANUAL_MODE: '1',
  })
  installClock()
  // Read only now, since these look at the environment and the clock when they are loaded.
  const { startWorkflowApi } = await import('./executions.ts')
  process.env.AWS_ENDPOINT_URL_SFN = local(await startWorkflowApi())
  const { makeTable } = await import('#tests/fixtures/table.ts')
  await makeTable()
  const { runCase } = await import('./case.ts')
  return { runCase, database }
}

const folder = mkdtempSync(join(tmpdir(), 'brandfront-faults-'))
const { runCase, database } = await prepare(folder)

async function end(): Promise<never> {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}

/** Real milliseconds, many times what a case takes. */
const longestCase = Number(process.env.FAULTS_LONGEST ?? 60_000)

function giveUp(seed: number): void {
  // The streams are the audit's while a case runs.
  writeSync(2, `seed ${seed} does not come to an end:\n${stage().trace.join('\n')}\n`)
  process.exit(1)
}

/** Nobody listens any more once the channel is closed: then `disconnect` ends this process. */
function report(said: Report): void {
  if (process.connected) process.send?.(said, () => {})
}

process.on('message', async ({ seeds, sabotage }: Work) => {
  for (const seed of seeds) {
    const watch = setTimeout(() => giveUp(seed), longestCase)
    const outcome = await runCase(seed, sabotage)
    clearTimeout(watch)
    report({ outcome })
  }
})
process.on('disconnect', end)
report({})
