import {
  ExecutionAbortedError,
  ExecutionTimeoutError,
  StateMachine,
  type StateMachineDefinition,
} from 'aws-local-stepfunctions'
import type { Invoke } from '#lib/local/stand-ins/lambda/server.ts'
import type { Execution } from './executions.ts'

type Json = Parameters<StateMachine['run']>[0]
type Handlers = Record<string, (input: Json) => Promise<Json>>
type States = StateMachineDefinition['States']

/** A running execution: its events so far, how it ends, and how to end it early. */
export type Run = { events: RunEvent[]; ended: Promise<Execution>; abort: () => void }
export type RunEvent = { type: string; timestamp: number; [member: string]: unknown }

async function invokeTask(resource: string, input: Json, invoke: Invoke): Promise<Json> {
  const name = resource.split(':function:')[1]?.split(':')[0] ?? resource
  const { payload, functionError } = await invoke(name, input)
  if (!functionError) return JSON.parse(payload) as Json
  // As in AWS: the error is the function's error type, the cause its whole answer.
  const { errorType } = JSON.parse(payload) as { errorType: string }
  throw Object.assign(new Error(payload), { name: errorType })
}

/** A handler for each Task state, those inside Parallel and Map included. */
function taskHandlers(states: States, invoke: Invoke): Handlers {
  const handlers: Handlers = {}
  for (const [name, state] of Object.entries(states)) {
    if (state.Type === 'Task') handlers[name] = input => invokeTask(state.Resource, input, invoke)
    if (state.Type === 'Parallel') {
      for (const branch of state.Branches) Object.assign(handlers, taskHandlers(branch.States, invoke))
    }
    if (state.Type === 'Map') {
      const inner = state.ItemProcessor ?? state.Iterator
      if (inner) Object.assign(handlers, taskHandlers(inner.States, invoke))
    }
  }
  return handlers
}

function endOf(error: unknown): Pick<Execution, 'status' | 'error' | 'cause'> {
  if (error instanceof ExecutionAbortedError) return { status: 'ABORTED' }
  if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT', error: 'States.Timeout' }
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error)
  return { status: 'FAILED', error: reason.name, cause: reason.message }
}

/** Runs a definition for an execution that has just been written down. */
export function runExecution(execution: Execution, definition: StateMachineDefinition, invoke: Invoke): Run {
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } })
  const traced: Invoke = (name, event) => invoke(name, event, execution.traceHeader)
  const run = machine.run(JSON.parse(execution.input) as Json, {
    overrides: { taskResourceLocalHandlers: taskHandlers(definition.States, traced) },
    context: {
      Execution: { Id: execution.arn, Name: execution.name },
      StateMachine: { Id: execution.stateMachineArn, Name: execution.stateMachineArn.split(':').at(-1) },
    },
  })
  const events: RunEvent[] = []
  const collect = async () => {
    for await (const event of run.eventLogs) events.push(event as unknown as RunEvent)
  }
  const collected = collect()
  const ended = run.result
    .then(
      output => ({ status: 'SUCCEEDED' as const, output: JSON.stringify(output) }),
      (error: unknown) => endOf(error),
    )
    .then(async end => {
      await collected
      return { ...execution, ...end, stoppedAt: Date.now() }
    })
  return { events, ended, abort: run.abort }
}
