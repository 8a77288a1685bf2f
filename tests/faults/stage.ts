import { AsyncLocalStorage } from 'node:async_hooks'
import { writeSync } from 'node:fs'
import { startClock } from './clock.ts'
import { type Random, randomOf } from './random.ts'
import { type Boundary, type Fault, isShared, type Schedule, scheduleOf } from './schedule.ts'

/** Switched off on purpose, to see that the audit notices. */
export type Sabotage = 'keys' | 'compensation'

/** Whose code runs. A process can end in mid-call, a retailer's too. */
export type Actor = {
  party: 'site' | 'function' | 'retailer' | 'harness'
  isDead?: boolean
  /** Ends the code that is running: the process alone, or the execution it belongs to as well. */
  die?: (what: 'process' | 'execution') => void
  /** Ends the execution only: the code runs on and nobody listens. */
  orphan?: () => void
  /** Settles when the code has come to its end. */
  ended?: Promise<unknown>
}

export const actors = new AsyncLocalStorage<Actor>()

/** Where one case stands. */
export type Stage = {
  seed: number
  random: Random
  schedule: Schedule
  sabotage?: Sabotage
  /** No faults: while the case is set up, and once it is to settle. */
  isCalm: boolean
  /** Each fault and what was going on, for reading. */
  trace: string[]
  /** All that was logged, put into an event, a history or an address: nothing personal may be in there. */
  said: string[]
  /** How many faults struck. */
  strikes: number
  /** A retailer that takes a completion under a new key for another sale. */
  isForgetful: boolean
  completionKeys: Map<string, Set<string>>
  later: { calls: number; act: () => Promise<unknown> }[]
  /** What the shopper does while the purchase waits for them. */
  whileAwaited: () => Promise<void>
}

let current: Stage | undefined

export function stage(): Stage {
  if (!current) throw new Error('no case is running')
  return current
}

export function startStage(seed: number, sabotage?: Sabotage): Stage {
  startClock(seed)
  const random = randomOf(seed ^ 0x57a6e)
  current = {
    ...{ seed, random, sabotage },
    schedule: scheduleOf(seed),
    isCalm: true,
    trace: [],
    said: [],
    strikes: 0,
    isForgetful: random.chance(0.3) || sabotage === 'keys',
    completionKeys: new Map(),
    later: [],
    whileAwaited: async () => {},
  }
  return current
}

export function note(text: string): void {
  stage().trace.push(text)
  // The streams are the audit's while a case runs.
  if (process.env.FAULTS_TRACE) writeSync(2, `${text}\n`)
}

/** Something that happens only after so many more calls: a request that was long under way, a function left alone. */
export function later(calls: number, act: () => Promise<unknown>): void {
  stage().later.push({ calls, act })
}

let isCatchingUp = false

/** Lets one call's time pass for what is under way; all of it arrives when `everything` is set. */
export async function catchUp(everything = false): Promise<void> {
  if (isCatchingUp) return
  isCatchingUp = true
  try {
    for (const waiting of stage().later) waiting.calls -= 1
    const isDue = ({ calls }: { calls: number }) => everything || calls < 0
    while (stage().later.some(isDue)) {
      const index = stage().later.findIndex(isDue)
      const [due] = stage().later.splice(index, 1)
      await actors.run({ party: 'harness' }, async () => due?.act())
    }
  } finally {
    isCatchingUp = false
  }
}

/** What a call of a process that has ended rejects with: the rest of its code can do nothing any more. */
const gone = () => new Error('this process has ended')

/**
 * One call across a boundary, with the fault that the schedule has for it. `perform` is told the fault and does what
 * it means; that the caller's process ends before or after the call is seen to here.
 */
export async function cross<T>(
  boundary: Boundary,
  operation: string,
  perform: (fault: Fault | undefined) => Promise<T>,
): Promise<T> {
  const actor = actors.getStore() ?? { party: 'harness' }
  if (actor.isDead) throw gone()
  const { isCalm, schedule } = stage()
  if (isCalm) return perform(undefined)
  const isOurs = actor.party === 'function' || actor.party === 'site'
  const caller = isOurs ? 'function' : 'process'
  const fault = schedule.next(boundary, operation, actor.die && caller)
  if (fault) {
    stage().strikes += 1
    note(`${boundary} ${operation}: ${fault}${actor.party === 'retailer' ? ' (at the retailer)' : ''}`)
  }
  // Whoever is caught up with may be waiting for this very call.
  if (isOurs && !isShared(operation)) await catchUp()
  if (fault === 'crash before' || fault === 'kill before') end(actor, fault)
  // Not while others wait for this very code to come to its end.
  if (fault === 'orphan' && !isCatchingUp) {
    const held = new Promise<void>(resolve =>
      later(1 + stage().random.below(12), async () => {
        resolve()
        await actor.ended
      }),
    )
    actor.orphan?.()
    await held
  }
  const answer = await perform(fault)
  if (actor.isDead) throw gone()
  if (fault === 'crash after' || fault === 'kill after') end(actor, fault)
  return answer
}

function end(actor: Actor, fault: Fault): never {
  actor.isDead = true
  actor.die?.(fault.startsWith('kill') ? 'execution' : 'process')
  throw gone()
}

/** The name by which Step Functions knows a function whose process ended. */
const exitError = () => Object.assign(new Error('process ended'), { name: 'Runtime.ExitError' })

/**
 * Runs code as a process of its own, which a fault can end. `kill` ends the execution it belongs to. The answer
 * rejects with `Runtime.ExitError` once the process has ended.
 */
export function runAs<T>(
  party: 'site' | 'function' | 'retailer',
  run: () => Promise<T>,
  kill?: () => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const actor: Actor = { party }
    let over = () => {}
    actor.ended = new Promise<void>(resolveEnded => {
      over = resolveEnded
    })
    actor.die = what => {
      if (what === 'execution') kill?.()
      over()
      reject(exitError())
    }
    actor.orphan = () => {
      kill?.()
      reject(exitError())
    }
    actors.run(actor, run).then(
      answer => {
        over()
        resolve(answer)
      },
      error => {
        over()
        reject(error)
      },
    )
  })
}
