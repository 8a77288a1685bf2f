import { after } from './cases/after.ts'
import { faultCases } from './cases/faults.ts'
import { holding } from './cases/holding.ts'
import { pricing } from './cases/pricing.ts'
import { protocol } from './cases/protocol.ts'
import { selling } from './cases/selling.ts'
import type { Subject } from './subject.ts'
import { judge, type Verdict } from './verdict.ts'

/** One thing that a retailer must get right. `run` returns, or throws what `must` and `notOffered` throw. */
export type Case = { id: string; title: string; run: (subject: Subject) => Promise<void> }

/** Every case, in the order of a purchase. */
export const cases: readonly Case[] = [
  ...protocol,
  ...pricing,
  ...holding,
  ...selling,
  ...after,
  ...faultCases,
]

export type Result = { id: string; title: string; verdict: Verdict }

/** Drives a retailer through the cases, one after the other, setting it back after each. */
export async function runCases(
  subject: Subject,
  options: { onResult?: (result: Result) => void; only?: readonly string[] } = {},
): Promise<Result[]> {
  const results: Result[] = []
  for (const { id, title, run } of cases) {
    if (options.only && !options.only.includes(id)) continue
    const verdict = await judge(() => run(subject))
    await subject.levers.reset?.()
    const result = { id, title, verdict }
    results.push(result)
    options.onResult?.(result)
  }
  return results
}
