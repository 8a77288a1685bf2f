import { expect, test, vi } from 'vitest'
import { runCases } from '#tests/faults/pool.ts'

// Many purchases, each with its own faults, in processes of their own.
vi.setConfig({ testTimeout: 600_000 })

async function brokenRules(count: number, sabotage?: 'keys' | 'compensation'): Promise<string[]> {
  const seeds = Array.from({ length: count }, (_, index) => index + 1)
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
  expect(await brokenRules(500)).toEqual([])
})

test('with compensation switched off the audit sees stock left held', async () => {
  const broken = await brokenRules(40, 'compensation')
  expect(broken.join('\n')).toMatch(/breaks 2: called failed though stock is held/)
})

test('with idempotency keys switched off the audit sees purchases made twice', async () => {
  const broken = await brokenRules(120, 'keys')
  expect(broken.join('\n')).toMatch(/breaks 1: \d orders at the retailer/)
})

test('a case that does not come to an end is counted as failed, and the next one is run', async () => {
  vi.stubEnv('FAULTS_LONGEST', '1')
  expect(await brokenRules(2)).toEqual([
    'seed 1 breaks worker: the worker ended with 1',
    'seed 2 breaks worker: the worker ended with 1',
  ])
  vi.unstubAllEnvs()
})
