import type { FunctionName } from '#lib/workflow/functions.ts'

/** What runs by the clock: function name and seconds between runs. */
export const schedules: { functionName: FunctionName; everySeconds: number }[] = [
  { functionName: 'refresh-offers', everySeconds: 300 },
  { functionName: 'reconcile', everySeconds: 30 },
  { functionName: 'watch-dead-letters', everySeconds: 60 },
]
