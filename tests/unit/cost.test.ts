import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bill, total } from '#lib/local/cost/bill.ts'
import { measuredPurchase, samplePurchase } from '#lib/local/cost/designs.ts'
import { quotas } from '#lib/local/cost/quotas.ts'

const line = (what: string, measured: string) => ({ part: 'a', what, measured })
const bench = {
  at: '2026-11-22T15:20:29.116Z',
  lines: [
    line('Function invocations: browse, open, add two, compare, order', '9 (site 2)'),
    line('DynamoDB units', '5 read, 58 write'),
    line('Workflow states entered', '6'),
  ],
}

test('a purchase is priced by what was measured', () => {
  const purchase = measuredPurchase(bench)
  expect(purchase).toMatchObject({ functions: 9, readUnits: 5, writeUnits: 58, standardTransitions: 6 })
  // A million purchases: 58 million write units at 0.625, 5 million read units at 0.125 dollars a million.
  expect(bill(purchase, 1e6)['DynamoDB requests']).toBeCloseTo(58 * 0.625 + 5 * 0.125)
  expect(bill(purchase, 1e6)['Step Functions']).toBeCloseTo(6 * 25)
  expect(total(bill(purchase, 2e6))).toBeCloseTo(2 * total(bill(purchase, 1e6)))
})

test('counts that were never measured are asked for', () => {
  expect(() => measuredPurchase({ ...bench, lines: [] })).toThrow(/npm run bench/)
})

test('the quota that gives first comes first', () => {
  const reached = quotas(measuredPurchase(bench)).map(quota => quota.reachedAt)
  expect(reached).toEqual(reached.toSorted((a, b) => a - b))
  expect(reached[0]).toBe(1_500_000)
})

test("the page shows the sample's bill as the model has it", () => {
  const sum = Math.round(total(bill(samplePurchase, 10_000_000))).toLocaleString('en-US')
  expect(readFileSync('docs/cost.md', 'utf8')).toContain(`**${sum}**`)
})
