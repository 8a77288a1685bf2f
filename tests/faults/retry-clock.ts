import { advance } from './clock.ts'
import { stage } from './stage.ts'

type Retrier = {
  ErrorEquals: readonly string[]
  IntervalSeconds?: number
  BackoffRate?: number
  MaxDelaySeconds?: number
  JitterStrategy?: string
}

/** How long Step Functions waits before the nth repeat of a task: what the definition's Retry says, on virtual time. */
export function waitForRetry(retriers: readonly Retrier[], error: string, nth: number): void {
  const retrier = retriers.find(
    ({ ErrorEquals }) => ErrorEquals.includes(error) || ErrorEquals.includes('States.ALL'),
  )
  if (!retrier) return
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = 86_400, JitterStrategy } = retrier
  const longest = Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** (nth - 1))
  advance(1000 * longest * (JitterStrategy === 'FULL' ? stage().random.next() : 1))
}
