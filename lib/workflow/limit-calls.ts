import { setTimeout as pause } from 'node:timers/promises'
import { takeTokens } from '#lib/data/buckets.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'

/** Tokens fetched at a time, and for how long (milliseconds) a process may keep them: one request covers many calls. */
const leaseSize = 20
const leaseLifetime = 10_000
/** Calls a minute that a process may make without asking: a shop with little to do asks the table for nothing. */
const freeCalls = 20
const freeWindow = 60_000
/** How long a call waits for its turn before its task is tried again later. */
const patience = 5000

type Budget = { left: number; until: number; freeLeft: number; freeUntil: number; lease?: Promise<number> }

const budgets = new Map<string, Budget>()

function budgetOf(retailerId: string): Budget {
  const budget = budgets.get(retailerId) ?? { left: 0, until: 0, freeLeft: 0, freeUntil: 0 }
  budgets.set(retailerId, budget)
  return budget
}

function take(budget: Budget): boolean {
  const now = Date.now()
  if (budget.freeUntil <= now) Object.assign(budget, { freeLeft: freeCalls, freeUntil: now + freeWindow })
  if (budget.freeLeft > 0) {
    budget.freeLeft -= 1
    return true
  }
  if (budget.left === 0 || budget.until <= now) return false
  budget.left -= 1
  return true
}

async function lease(budget: Budget, retailerId: string, perSecond: number): Promise<number> {
  const count = Math.min(leaseSize, Math.max(1, Math.floor(perSecond)))
  const wait = await takeTokens(`retailer/${retailerId}`, count, { perSecond, burst: 2 * count })
  if (wait === 0) Object.assign(budget, { left: count, until: Date.now() + leaseLifetime })
  return wait
}

/** Resolves when it is this call's turn. Throws `too_many_requests` after some seconds of waiting. */
async function admit(retailerId: string, perSecond: number): Promise<void> {
  const budget = budgetOf(retailerId)
  const deadline = Date.now() + patience
  while (!take(budget)) {
    // All that wait in this process share one request.
    budget.lease ??= lease(budget, retailerId, perSecond).finally(() => {
      budget.lease = undefined
    })
    const wait = await budget.lease
    if (Date.now() + wait > deadline) throw new DomainError('too_many_requests')
    if (wait > 0) await pause(wait)
  }
}

/**
 * The same adapter, whose calls keep to what the retailer's row allows in a second, counted over all processes. A
 * row without a limit has none.
 */
export function limited(adapter: RetailerAdapter, { id, callsPerSecond }: Retailer): RetailerAdapter {
  if (callsPerSecond === undefined) return adapter
  return new Proxy(adapter, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return async (...given: unknown[]) => {
        await admit(id, callsPerSecond)
        return member.apply(target, given)
      }
    },
  })
}
