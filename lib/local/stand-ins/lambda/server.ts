import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { close, listen, readBody } from '#lib/local/stand-ins/aws-json.ts'
import type { FunctionDefinition } from '#lib/workflow/functions.ts'
import { RuntimeProcess } from './runtime-process.ts'

/** A function's answer: its result as JSON text, or Lambda's error body with `functionError` set. */
export type Answer = { payload: string; functionError?: 'Unhandled' }
/** `trace` is X-Ray's tracing header. */
export type Invoke = (functionName: string, event: unknown, trace?: string) => Promise<Answer>

export type Lambda = {
  invoke: Invoke
  /** How often each function was invoked since the start. */
  invocations: Record<string, number>
  stop: () => Promise<void>
}

const route = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/

/** The name in a function's name or ARN, as Invoke accepts either. */
function nameOf(nameOrArn: string): string {
  return decodeURIComponent(nameOrArn).split(':function:').at(-1)?.split(':')[0] ?? ''
}

function failed(errorType: string, errorMessage = errorType): Answer {
  return { payload: JSON.stringify({ errorType, errorMessage, trace: [] }), functionError: 'Unhandled' }
}

function serve(
  invoke: Invoke,
  functions: Record<string, FunctionDefinition>,
  counts: Record<string, number>,
): Server {
  return createServer(async (request, response) => {
    const answer = (status: number, headers: Record<string, string>, body: string) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
    }
    try {
      if (request.url === '/invocations') return answer(200, {}, JSON.stringify(counts))
      const name = nameOf(route.exec(request.url?.split('?')[0] ?? '')?.[1] ?? '')
      const body = await readBody(request)
      if (!functions[name]) {
        return answer(404, { 'x-amzn-errortype': 'ResourceNotFoundException' }, '{"Type":"User"}')
      }
      const trace = request.headers['x-amzn-trace-id']
      const running = invoke(name, body ? JSON.parse(body) : {}, trace?.toString())
      if (request.headers['x-amz-invocation-type'] === 'Event') return answer(202, {}, '')
      const { payload, functionError } = await running
      answer(200, functionError ? { 'x-amz-function-error': functionError } : {}, payload)
    } catch {
      answer(400, { 'x-amzn-errortype': 'InvalidRequestContentException' }, '{"Type":"User"}')
    }
  })
}

/**
 * Lambda's Invoke (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html) over the handlers in `functions`.
 * Unlike Lambda, all run side by side in one process, and one that is out of time is not cut off, only answered for.
 */
export async function startLambda(options: {
  port: number
  functions: Record<string, FunctionDefinition>
  env: Record<string, string>
  onLine: (line: string) => void
  watchFolder?: string
}): Promise<Lambda> {
  const runtime = new RuntimeProcess(options)
  const invocations: Record<string, number> = {}
  let last = 0
  const invoke: Invoke = async (functionName, event, trace) => {
    const known = options.functions[functionName]
    if (!known) return failed('ResourceNotFoundException', functionName)
    invocations[functionName] = (invocations[functionName] ?? 0) + 1
    const id = ++last
    const milliseconds = known.timeoutSeconds * 1000
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Answer>(resolve => {
      timer = setTimeout(() => {
        runtime.forget(id)
        resolve(failed('Sandbox.Timedout', `Task timed out after ${known.timeoutSeconds}.00 seconds`))
      }, milliseconds)
    })
    const work = runtime
      .invoke({
        id,
        functionName,
        handler: known.handler,
        event,
        requestId: randomUUID(),
        deadline: Date.now() + milliseconds,
        trace,
      })
      .then(outcome => ('payload' in outcome ? { payload: outcome.payload } : failed(outcome.errorType)))
    try {
      return await Promise.race([work, late])
    } finally {
      clearTimeout(timer)
    }
  }
  const server = await listen(serve(invoke, options.functions, invocations), options.port)
  return {
    invoke,
    invocations,
    stop: async () => {
      await close(server)
      await runtime.stop()
    },
  }
}
