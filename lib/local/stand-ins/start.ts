import { join } from 'node:path'
import { environment, queueUrl } from '#lib/local/environment.ts'
import { type Ports, processorId, restRetailerId, retailerIds } from '#lib/local/ports.ts'
import { sandboxKey } from '#lib/local/sandbox-keys.ts'
import { functions as allFunctions, type FunctionDefinition } from '#lib/workflow/functions.ts'
import { close } from './aws-json.ts'
import { startDynamoDb } from './dynamodb.ts'
import { startEventSource } from './lambda/event-source.ts'
import { startSchedules } from './lambda/schedules.ts'
import { type Lambda, startLambda } from './lambda/server.ts'
import { startMail } from './mail.ts'
import { makeQueues, startMessages } from './messages.ts'
import { startSecrets } from './secrets.ts'
import { startStepFunctions } from './step-functions/server.ts'
import { startStorage } from './storage.ts'

/** What the sandbox processes must know too, so that it cannot be left to chance. */
function sandboxSecrets(ports: Ports): Record<string, string> {
  const url = `http://127.0.0.1:${ports[processorId]}`
  const keyOf = (id: string) => ({ apiKey: sandboxKey(id) })
  return Object.fromEntries([
    ['brandfront/processor', JSON.stringify({ url, ...keyOf(processorId) })],
    ...[...retailerIds, restRetailerId].map(id => [`brandfront/retailer/${id}`, JSON.stringify(keyOf(id))]),
  ])
}

export type StandIns = { env: Record<string, string>; lambda: Lambda; stop: () => Promise<void> }

/**
 * Starts every stand-in on its port with its data under `folder`, and makes the queues. Tables and the state machine
 * are made by whoever owns their definitions. `watch` runs functions anew when a file under lib/ changes;
 * `withSchedules` runs what the clock runs in the cloud.
 */
export async function startStandIns(options: {
  ports: Ports
  folder: string
  functions?: Record<string, FunctionDefinition>
  watch?: boolean
  withSchedules?: boolean
  /** Where the database really listens when something else stands on its port. */
  databasePort?: number
  mailRetrySeconds?: number
  onLine?: (line: string) => void
}): Promise<StandIns> {
  const { ports, folder } = options
  const env = environment(ports)
  const stops: (() => unknown)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const database = await startDynamoDb({ port: options.databasePort ?? ports.dynamodb, folder })
    stops.push(database.stop)
    const secrets = await startSecrets({
      port: ports.secrets,
      file: join(folder, 'secrets.json'),
      fixed: sandboxSecrets(ports),
    })
    stops.push(() => close(secrets))
    stops.push(await startStorage({ port: ports.storage, folder: join(folder, 'storage') }))
    const messages = await startMessages(ports.messages)
    stops.push(() => messages.close())
    await makeQueues(env.AWS_ENDPOINT_URL_SQS ?? '', options.mailRetrySeconds ?? 10)
    const mail = await startMail({ smtp: ports.smtp, inbox: ports.inbox, folder: join(folder, 'mail') })
    stops.push(() => mail.stop())
    const lambda = await startLambda({
      port: ports.lambda,
      functions: options.functions ?? allFunctions,
      env,
      onLine: options.onLine ?? (() => {}),
      watchFolder: options.watch ? 'lib' : undefined,
    })
    stops.push(lambda.stop)
    const stepFunctions = await startStepFunctions({
      port: ports.stepFunctions,
      file: join(folder, 'executions.jsonl'),
      invoke: lambda.invoke,
    })
    stops.push(() => close(stepFunctions))
    for (const [functionName, { queue }] of Object.entries<FunctionDefinition>(
      options.functions ?? allFunctions,
    )) {
      if (!queue) continue
      const source = startEventSource({
        endpoint: env.AWS_ENDPOINT_URL_SQS ?? '',
        queueUrl: queueUrl(ports, queue),
        functionName,
        invoke: lambda.invoke,
      })
      stops.push(source.stop)
    }
    if (options.withSchedules) stops.push(startSchedules(allFunctions, lambda.invoke).stop)
    return { env, lambda, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
