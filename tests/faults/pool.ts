import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { Outcome } from './case.ts'
import type { Sabotage } from './stage.ts'
import type { Report, Work } from './worker.ts'

const batch = 20

function start(): Promise<ChildProcess> {
  const child = fork(new URL('worker.ts', import.meta.url), {
    execArgv: ['--import', new URL('hooks.ts', import.meta.url).href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', code => reject(new Error(`a worker ended with ${code}`)))
  })
}

function give(child: ChildProcess, work: Work): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    const lost = (code: number | null) =>
      reject(new Error(`a worker ended with ${code} in seeds ${work.seeds}`))
    child.once('exit', lost)
    child.once('message', message => {
      child.off('exit', lost)
      resolve((message as Report).outcomes)
    })
    child.send(work)
  })
}

/** Runs cases in worker processes, one a processor and four at most; `onOutcome` hears of each as it ends. */
export async function runCases(
  seeds: readonly number[],
  onOutcome: (outcome: Outcome) => void,
  options: { sabotage?: Sabotage; workers?: number } = {},
): Promise<void> {
  const waiting = [...seeds]
  const most = options.workers ?? Math.min(4, availableParallelism())
  const count = Math.max(1, Math.min(most, Math.ceil(seeds.length / batch)))
  const work = async () => {
    const child = await start()
    try {
      while (waiting.length > 0) {
        const next = { seeds: waiting.splice(0, batch), sabotage: options.sabotage }
        for (const outcome of await give(child, next)) onOutcome(outcome)
      }
    } finally {
      child.removeAllListeners('exit')
      const ended = new Promise(resolve => child.once('exit', resolve))
      if (child.connected) child.disconnect()
      if (child.exitCode === null) await ended
    }
  }
  await Promise.all(Array.from({ length: count }, work))
}
