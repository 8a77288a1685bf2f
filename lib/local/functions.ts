import { functions as definitions } from '#lib/workflow/functions.ts'

/** Where a function's handler lives, and how long it may take. */
export type LocalFunction = {
  /** Path from the repository's root. */
  module: string
  export: string
  timeoutSeconds: number
}

/** Each function by its name in the state machine, as the cloud stack deploys it. */
export const functions: Record<string, LocalFunction> = Object.fromEntries(
  Object.entries(definitions).map(([name, { handler, timeoutSeconds }]) => {
    const dot = handler.lastIndexOf('.')
    return [name, { module: `${handler.slice(0, dot)}.ts`, export: handler.slice(dot + 1), timeoutSeconds }]
  }),
)

/** What runs by the clock: function name and seconds between runs. */
export const schedules = [
  { functionName: 'refresh-offers', everySeconds: 300 },
  { functionName: 'reconcile', everySeconds: 30 },
]
