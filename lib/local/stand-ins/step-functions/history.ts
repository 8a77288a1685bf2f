import type { RunEvent } from './run.ts'

const stateEvents: Record<string, string> = { StateEntered: 'StateEntered', StateExited: 'StateExited' }

type StateOf = { name: string; type: string; input?: unknown; output?: unknown }

function details(event: RunEvent): { type: string; [member: string]: unknown } {
  const state = event.state as StateOf | undefined
  const json = (value: unknown) => JSON.stringify(value ?? null)
  const failure = {
    error: event.Error,
    cause: typeof event.Cause === 'string' ? event.Cause : json(event.Cause),
  }
  switch (event.type) {
    case 'ExecutionStarted':
      return { type: event.type, executionStartedEventDetails: { input: json(event.input) } }
    case 'ExecutionSucceeded':
      return { type: event.type, executionSucceededEventDetails: { output: json(event.output) } }
    case 'ExecutionFailed':
      return { type: event.type, executionFailedEventDetails: failure }
    case 'ExecutionTimeout':
      return { type: 'ExecutionTimedOut' }
    case 'StateEntered':
      return {
        type: `${state?.type}${stateEvents[event.type]}`,
        stateEnteredEventDetails: { name: state?.name, input: json(state?.input) },
      }
    case 'StateExited':
      return {
        type: `${state?.type}${stateEvents[event.type]}`,
        stateExitedEventDetails: { name: state?.name, output: json(state?.output) },
      }
    case 'StateFailed':
      return { type: 'LambdaFunctionFailed', lambdaFunctionFailedEventDetails: failure }
    default:
      return { type: event.type }
  }
}

/** GetExecutionHistory's events from a run's event log; the runner's own events for retries keep their names. */
export function historyOf(events: RunEvent[], reverse: boolean) {
  const history = events.map((event, index) => ({
    id: index + 1,
    previousEventId: index,
    timestamp: event.timestamp / 1000,
    ...details(event),
  }))
  return reverse ? history.reverse() : history
}
