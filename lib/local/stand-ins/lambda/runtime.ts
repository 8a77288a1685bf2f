import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { log } from '#lib/log.ts'
import { withTrace } from '#lib/trace.ts'
import { withPermissions } from './permissions.ts'
import type { Invocation, Outcome, Ready } from './protocol.ts'

type Handler = (event: unknown, context: unknown) => unknown

/** A handler by its path string, `file.export`. */
async function load(path: string): Promise<Handler | undefined> {
  const [, file, name = ''] = /^(.*)\.(\w+)$/.exec(path) ?? []
  const url = pathToFileURL(join(process.cwd(), `${file}.ts`)).href
  return ((await import(url)) as Record<string, Handler>)[name]
}

async function run(invocation: Invocation): Promise<Outcome> {
  const { id, event, functionName, requestId, deadline } = invocation
  try {
    const handler = await load(invocation.handler)
    if (!handler) throw Object.assign(new Error(), { name: 'Runtime.HandlerNotFound' })
    const context = {
      functionName,
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => deadline - Date.now(),
    }
    return {
      id,
      payload: JSON.stringify((await withPermissions(functionName, () => handler(event, context))) ?? null),
    }
  } catch (error) {
    log.error('a function failed', error, { functionName, requestId })
    return { id, errorType: error instanceof Error ? error.name : 'Error' }
  }
}

function tell(message: Outcome | Ready) {
  process.send?.(message)
}

process.on('message', (invocation: Invocation) => {
  const { trace } = invocation
  void (trace ? withTrace(trace, () => run(invocation)) : run(invocation)).then(tell)
})
// The channel closes when the launcher ends, in whatever way: nothing may outlive it.
process.on('disconnect', () => process.exit(0))
tell({ ready: true })
