import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { Outcome } from './case.ts'
import type { Sabotage } from './stage.ts'
import type { Report, Work } from './worker.ts'

const batch = 20
/** Real milliseconds without a word after which a worker is taken for dead: it gives up on a case itself before. */
const silence = 150_000

/** What is said of a case whose worker ended: nobody saw it through, so it has failed. */
function lost(seed: number, words: string): Outcome {
  return { seed, state: 'not seen through', strikes: 0, violations: [{ rule: 'worker', words }], trace: [] }
}

/** Cheap errors, of which there are many; and no threads that collect garbage: the processors have enough to do. */
const nodeOptions = ['--stack-trace-limit=2', '--single-threaded-gc']

function start(): ChildProcess {
  return fork(new URL('worker.ts', import.meta.url), {
    execArgv: [...nodeOptions, '--import', new URL('hooks.ts', import.meta.url).href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/**
 * One worker's life: it is given cases until none wait, or until it ends. A case that it ended or stalled in is lost,
 * those it had not begun wait again. Throws where it ends before it could begin.
 */
async function live(
  waiting: number[],
  onOutcome: (outcome: Outcome) => void,
  sabotage?: Sabotage,
): Promise<void> {
  const child = start()
  let given: number[] = []
  let isReady = false
  let watch: NodeJS.Timeout | undefined
  const listen = () => {
    clearTimeout(watch)
    watch = setTimeout(() => child.kill('SIGKILL'), silence)
  }
  listen()
  child.on('message', ({ outcome }: Report) => {
    listen()
    isReady = true
    if (outcome) {
      given = given.filter(seed => seed !== outcome.seed)
      onOutcome(outcome)
    }
    if (given.length > 0) return
    given = waiting.splice(0, batch)
    // A worker that has ended meanwhile is heard of below.
    if (given.length > 0) child.send({ seeds: given, sabotage } satisfies Work, () => {})
    else if (child.connected) child.disconnect()
  })
  const end = await new Promise(resolve => child.once('exit', (code, signal) => resolve(signal ?? code)))
  clearTimeout(watch)
  const [begun, ...others] = given
  waiting.unshift(...others)
  if (!isReady) throw new Error(`a worker ended with ${end} before it could begin`)
  if (begun !== undefined) onOutcome(lost(begun, `the worker ended with ${end}`))
}

/**
 * Runs cases in worker processes, two a processor, since each waits for its database half of the time, and four at
 * most; `onOutcome` hears of each as it ends. A worker that ends or stalls costs the case it was at, which counts as
 * failed, and another takes its place.
 */
export async function runCases(
  seeds: readonly number[],
  onOutcome: (outcome: Outcome) => void,
  options: { sabotage?: Sabotage; workers?: number } = {},
): Promise<void> {
  const waiting = [...seeds]
  const most = options.workers ?? Math.min(4, 2 * availableParallelism())
  const count = Math.max(1, Math.min(most, Math.ceil(seeds.length / batch)))
  const work = async () => {
    while (waiting.length > 0) await live(waiting, onOutcome, options.sabotage)
  }
  await Promise.all(Array.from({ length: count }, work))
}
