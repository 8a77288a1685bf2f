import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { type Random, randomOf } from './random.ts'

/*
 * Virtual time. `Date` says what this clock says; a sleep moves the clock on and returns at once; a deadline
 * (`AbortSignal.timeout`) fires when the clock is moved past it by whoever makes a call time out. Timers of the
 * machinery (sockets, the workflow engine) stay real and never fire in a run.
 */

const RealDate = Date
/** Each case starts at this moment. */
const beginning = RealDate.UTC(2026, 10, 22, 12)
let time = beginning
let chance: Random = randomOf(0)

type Deadline = { at: number; controller: AbortController }
const deadlines = new WeakMap<AbortSignal, Deadline>()

class VirtualDate extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    if (parts.length === 0) super(time)
    else super(parts[0])
  }
  static override now(): number {
    return time
  }
}

/** Milliseconds since 1970. */
export const now = (): number => time

export function advance(milliseconds: number): void {
  time += Math.round(milliseconds)
}

/** Starts a case: its clock and what `Math.random` says. */
export function startClock(seed: number): void {
  time = beginning
  chance = randomOf(seed ^ 0x5eed)
}

const timeoutError = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError')

/** Lets the caller's deadline pass: moves the clock there and fires the signal. Returns what a fetch rejects with. */
export function passDeadline(signal: AbortSignal | null | undefined): Error {
  const deadline = signal && deadlines.get(signal)
  if (!deadline) return new TypeError('fetch failed')
  time = Math.max(time, deadline.at)
  deadline.controller.abort(timeoutError())
  return timeoutError()
}

/** True once the clock has passed the signal's deadline. */
export function isLate(signal: AbortSignal | null | undefined): boolean {
  const deadline = signal && deadlines.get(signal)
  return deadline !== undefined && deadline !== null && time >= deadline.at
}

/** A sleep of whoever uses a plain timer only to wait. */
export function sleep(milliseconds = 0): Promise<void> {
  advance(milliseconds)
  return new Promise(resolve => setImmediate(resolve))
}

/** Puts the clock in place, before any module of the product is read. */
export function installClock(): void {
  globalThis.Date = VirtualDate as DateConstructor
  Math.random = () => chance.next()
  AbortSignal.timeout = milliseconds => {
    const controller = new AbortController()
    deadlines.set(controller.signal, { at: time + milliseconds, controller })
    return controller.signal
  }
  Object.assign(timers, { setTimeout: sleep })
  syncBuiltinESMExports()
}
