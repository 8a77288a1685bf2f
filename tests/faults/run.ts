import { parseArgs } from 'node:util'
import type { Outcome } from './case.ts'
import { runCases } from './pool.ts'
import type { Sabotage } from './stage.ts'

/*
 * `npm run faults [-- --cases N] [-- --seed N]`: purchases under seeded faults, each audited on both sides.
 * `--seed` replays one and tells what happened; `--sabotage keys|compensation` shows that the audit notices. `--live`
 * tries the running demo instead, with `--short` on fewer purchases.
 */

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    workers: { type: 'string' },
    sabotage: { type: 'string' },
    live: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
})

if (values.live) {
  const { runLive } = await import('./live/run.ts')
  process.exit((await runLive(values.short)) ? 0 : 1)
}

function tell({ seed, state, trace, violations }: Outcome): void {
  console.log(`seed ${seed}`)
  for (const line of trace) console.log(`  ${line}`)
  console.log(`  the order: ${state}`)
  for (const { rule, words } of violations) console.log(`  VIOLATION of ${rule}: ${words}`)
}

const first = Number(values.seed ?? values.from)
const count = values.seed ? 1 : Number(values.cases)
const seeds = Array.from({ length: count }, (_, index) => first + index)
const states = new Map<string, number>()
const broken = new Map<string, { cases: number; first: Outcome }>()
let failed = 0
let done = 0
let strikes = 0
const startedAt = performance.now()
const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`

await runCases(
  seeds,
  outcome => {
    done += 1
    strikes += outcome.strikes
    states.set(outcome.state, (states.get(outcome.state) ?? 0) + 1)
    if (outcome.violations.length > 0) failed += 1
    for (const rule of new Set(outcome.violations.map(each => String(each.rule)))) {
      const known = broken.get(rule)
      const earliest = known && known.first.seed < outcome.seed ? known.first : outcome
      broken.set(rule, { cases: (known?.cases ?? 0) + 1, first: earliest })
    }
    if (values.seed) tell(outcome)
    if (done % 1000 === 0) console.log(`${done} cases, ${failed} failed, ${elapsed()}`)
  },
  {
    sabotage: values.sabotage as Sabotage | undefined,
    workers: values.workers ? Number(values.workers) : undefined,
  },
)

console.log(`${done} cases with ${strikes} faults in ${elapsed()}`)
console.log(`orders: ${[...states].map(([state, number]) => `${number} ${state}`).join(', ')}`)
for (const [rule, { cases, first: example }] of [...broken].toSorted()) {
  const words = example.violations.find(each => String(each.rule) === rule)?.words
  console.log(`invariant ${rule}: ${cases} violations, first with seed ${example.seed}: ${words}`)
}
if (broken.size === 0)
  console.log('invariants 1, 2, 3, 5, 6, 8, one mail and one count an order: 0 violations')
console.log(`${done - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
