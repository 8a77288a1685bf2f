import { expect, test, vi } from 'vitest'
import { runCases } from '#tests/faults/pool.ts'
import { scheduleOf } from '#tests/faults/schedule.ts'

// Many purchases, each with its own faults, in processes of their own.
vi.setConfig({ testTimeout: 600_000 })

const first = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

async function brokenRules(seeds: readonly number[], sabotage?: 'keys' | 'compensation'): Promise<string[]> {
  const broken: string[] = []
  await runCases(
    seeds,
    ({ seed, violations }) =>
      broken.push(...violations.map(({ rule, words }) => `seed ${seed} breaks ${rule}: ${words}`)),
    { sabotage, workers: 2 },
  )
  return broken
}

test('500 purchases under faults break no invariant', async () => {
  expect(await brokenRules(first(500))).toEqual([])
})

test('with compensation switched off the audit sees stock left held', async () => {
  const broken = await brokenRules(first(40), 'compensation')
  expect(broken.join('\n')).toMatch(/breaks 2: called failed though stock is held/)
})

test('with idempotency keys switched off the audit sees purchases made twice', async () => {
  // Purchases in which the retailer hears more than once that it should sell.
  const repeated = first(1000).filter(seed => /^complete: (twice|echo|late)/.test(scheduleOf(seed).name))
  const broken = await brokenRules(repeated.slice(0, 16), 'keys')
  expect(broken.join('\n')).toMatch(/breaks 1: \d orders at the retailer/)
})

test('a case that does not come to an end is counted as failed, and the next one is run', async () => {
  vi.stubEnv('FAULTS_LONGEST', '1')
  expect(await brokenRules(first(2))).toEqual([
    'seed 1 breaks worker: the worker ended with 1',
    'seed 2 breaks worker: the worker ended with 1',
  ])
  vi.unstubAllEnvs()
})
