import { isDomainError } from '#lib/domain/errors.ts'
import { countRetailerCall } from '#lib/metrics.ts'
import type { Placement, RetailerAdapter } from './contract.ts'

const failures = ['retailer_unreachable', 'retailer_slow'] as const

function outcomeOf(error: unknown): 'refused' | 'failed' {
  const refused = isDomainError(error) && !failures.some(code => code === error.code)
  return refused ? 'refused' : 'failed'
}

function isUnknown(answer: unknown): boolean {
  const unknown: Placement['status'] = 'unknown'
  return typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === unknown
}

/** The same adapter; how each call to the retailer went is counted. */
export function counted(adapter: RetailerAdapter, retailerId: string): RetailerAdapter {
  return new Proxy(adapter, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return async (...given: unknown[]) => {
        try {
          const answer: unknown = await member.apply(target, given)
          countRetailerCall(retailerId, isUnknown(answer) ? 'failed' : 'ok')
          return answer
        } catch (error) {
          countRetailerCall(retailerId, outcomeOf(error))
          throw error
        }
      }
    },
  })
}
