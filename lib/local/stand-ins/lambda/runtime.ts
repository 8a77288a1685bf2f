import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { log } from '#lib/log.ts'
import type { Invocation, Outcome, Ready } from './protocol.ts'

type Handler = (event: unknown, context: unknown) => unknown

async function run(invocation: Invocation): Promise<Outcome> {
  const { id, event, functionName, requestId, deadline } = invocation
  try {
    const url = pathToFileURL(join(process.cwd(), invocation.module)).href
    const handler = ((await import(url)) as Record<string, Handler>)[invocation.export]
    if (!handler) throw Object.assign(new Error(), { name: 'Runtime.HandlerNotFound' })
    const context = {
      functionName,
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => deadline - Date.now(),
    }
    return { id, payload: JSON.stringify((await handler(event, context)) ?? null) }
  } catch (error) {
    log.error('a function failed', error, { functionName, requestId })
    return { id, errorType: error instanceof Error ? error.name : 'Error' }
  }
}

function tell(message: Outcome | Ready) {
  process.send?.(message)
}

process.on('message', (invocation: Invocation) => {
  void run(invocation).then(tell)
})
// The channel closes when the launcher ends, in whatever way: nothing may outlive it.
process.on('disconnect', () => process.exit(0))
tell({ ready: true })
