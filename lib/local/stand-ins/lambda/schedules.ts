import type { FunctionDefinition } from '#lib/workflow/functions.ts'
import type { Invoke } from './server.ts'

/** Invokes by the clock the functions that say so; a run that is still going lets its next turn pass. */
export function startSchedules(
  functions: Record<string, FunctionDefinition>,
  invoke: Invoke,
): { stop: () => void } {
  const timers = Object.entries(functions).flatMap(([name, { everySeconds }]) => {
    if (!everySeconds) return []
    let isRunning = false
    const run = async () => {
      if (isRunning) return
      isRunning = true
      await invoke(name, { source: 'aws.scheduler' })
      isRunning = false
    }
    return [setInterval(run, everySeconds * 1000)]
  })
  return { stop: () => timers.forEach(clearInterval) }
}
