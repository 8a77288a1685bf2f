import { now } from './clock.ts'
import { forget } from './retailer-store.ts'
import { note, stage } from './stage.ts'

/*
 * The processes of the retailers and the processor can end. Nobody answers there until they are started again, and
 * what they had only in memory is gone: the answers a retailer keeps under idempotency keys.
 */

const downUntil = new Map<string, number>()

export const isDown = (id: string): boolean => (downUntil.get(id) ?? 0) > now()

/** Starts again whatever has ended. */
export function startHosts(): void {
  downUntil.clear()
}

/** Ends a business's process. */
export function endHost(id: string): void {
  const seconds = stage().random.pick([1, 5, 30, 120, 600])
  note(`${id} is down for ${seconds} s`)
  downUntil.set(id, now() + 1000 * seconds)
  // A processor that forgot what it charged could not be trusted with money at all.
  if (id !== 'sandpay') forget(`${id}#key`)
}

const networkError = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

export const reset = (): Error => networkError('ECONNRESET')
export const refused = (): Error => networkError('ECONNREFUSED')
