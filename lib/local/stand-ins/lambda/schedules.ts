import type { Invoke } from './server.ts'

/** Invokes functions by the clock; a run that is still going lets its next turn pass. */
export function startSchedules(
  schedules: { functionName: string; everySeconds: number }[],
  invoke: Invoke,
): { stop: () => void } {
  const timers = schedules.map(({ functionName, everySeconds }) => {
    let isRunning = false
    return setInterval(async () => {
      if (isRunning) return
      isRunning = true
      await invoke(functionName, { source: 'aws.scheduler' })
      isRunning = false
    }, everySeconds * 1000)
  })
  return { stop: () => timers.forEach(clearInterval) }
}
