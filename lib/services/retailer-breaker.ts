import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Circuit } from '#lib/domain/retailer-health.ts'
import { log } from '#lib/log.ts'

/** So many quotes in a row without an answer open a retailer's circuit. */
const failuresToOpen = 5
/** Milliseconds after which one quote is let through to see whether the retailer answers again. */
const probeAfter = 10_000

const breakers = new Map<string, CircuitBreakerPolicy>()
const heard = new Map<string, Pick<Circuit, 'answeredAt' | 'failedAt'>>()

/** A refusal is an answer; anything else, a deadline that passed too, is not. */
function isNoAnswer(error: unknown): boolean {
  return !isDomainError(error) || ['retailer_unreachable', 'retailer_slow'].includes(error.code)
}

function breakerOf(retailerId: string): CircuitBreakerPolicy {
  const known = breakers.get(retailerId)
  if (known) return known
  const breaker = circuitBreaker(handleWhen(isNoAnswer), {
    halfOpenAfter: probeAfter,
    breaker: new ConsecutiveBreaker(failuresToOpen),
  })
  breaker.onBreak(() => log.warn('retailer’s circuit opened', { retailerId }))
  const note = (what: 'answeredAt' | 'failedAt') =>
    heard.set(retailerId, { ...heard.get(retailerId), [what]: new Date().toISOString() })
  breaker.onSuccess(() => note('answeredAt'))
  breaker.onFailure(({ handled }) => note(handled ? 'failedAt' : 'answeredAt'))
  breaker.onReset(() => log.info('retailer’s circuit closed', { retailerId }))
  breakers.set(retailerId, breaker)
  return breaker
}

/**
 * Runs a question to a retailer unless it has lately failed to answer several in a row: then throws
 * `retailer_unreachable` at once, so that nobody waits for it and it is left in peace. After a while one question is
 * let through, and the others still are not until that one is answered. Each process of the site counts for itself.
 */
export async function throughBreaker<T>(retailerId: string, ask: () => Promise<T>): Promise<T> {
  const breaker = breakerOf(retailerId)
  if (breaker.state === CircuitState.HalfOpen) throw new DomainError('retailer_unreachable')
  try {
    return await breaker.execute(ask)
  } catch (cause) {
    if (isBrokenCircuitError(cause)) throw new DomainError('retailer_unreachable', { cause })
    throw cause
  }
}

/** How this process stands with a retailer; undefined where it has not asked it for a quote since it started. */
export function circuitOf(retailerId: string): Circuit | undefined {
  const breaker = breakers.get(retailerId)
  if (!breaker) return undefined
  const isClosed = breaker.state === CircuitState.Closed
  const state = isClosed ? 'closed' : breaker.state === CircuitState.HalfOpen ? 'probing' : 'open'
  return { state, ...heard.get(retailerId) }
}
