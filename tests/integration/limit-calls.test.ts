import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { takeTokens } from '#lib/data/buckets.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { limited } from '#lib/workflow/limit-calls.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { makeTable } from '#tests/fixtures/table.ts'

beforeAll(makeTable)
afterEach(() => vi.restoreAllMocks())

const signal = AbortSignal.timeout(60_000)

/** A retailer of this test's own, and an adapter that counts what gets through to it. */
function retailer(callsPerSecond?: number) {
  const row = { id: newId('event'), callsPerSecond } as Retailer
  const getSession = vi.fn(async () => ({ status: 'open' }) as const)
  const adapter = { getSession } as unknown as RetailerAdapter
  return { row, adapter, getSession }
}

async function call(adapter: RetailerAdapter, times: number): Promise<string[]> {
  const results = await Promise.allSettled(
    Array.from({ length: times }, () => adapter.getSession('session', { signal })),
  )
  return results.flatMap(result => (result.status === 'rejected' ? [String(result.reason.code)] : []))
}

test('a bucket gives what it holds however many ask at once, and more as time passes', async () => {
  const bucket = newId('event')
  const start = Date.now()
  const clock = vi.spyOn(Date, 'now').mockReturnValue(start)
  const rate = { perSecond: 5, burst: 10 }
  const waits = await Promise.all(Array.from({ length: 30 }, () => takeTokens(bucket, 1, rate)))
  const given = waits.filter(wait => wait === 0).length
  expect(given).toBeLessThanOrEqual(10)
  for (let more = given; more < 10; more++) expect(await takeTokens(bucket, 1, rate)).toBe(0)
  expect(await takeTokens(bucket, 1, rate)).toBe(200)
  expect(await takeTokens(bucket, 5, rate)).toBe(1000)
  clock.mockReturnValue(start + 1000)
  expect(await takeTokens(bucket, 5, rate)).toBe(0)
  expect(await takeTokens(bucket, 1, rate)).toBe(200)
  clock.mockReturnValue(start + 60_000)
  expect(await takeTokens(bucket, 10, rate)).toBe(0)
})

test('a process with little to do asks the table for nothing, a busy one once for twenty calls', async () => {
  const { row, adapter, getSession } = retailer(1000)
  const caller = limited(adapter, row)
  expect((await requestsOf(client, () => call(caller, 20))).commands).toEqual([])
  expect((await requestsOf(client, () => call(caller, 20))).commands).toEqual(['UpdateItem'])
  expect(getSession).toHaveBeenCalledTimes(40)
})

test('two processes share one limit; calls beyond it are not made', async () => {
  const { row, adapter, getSession } = retailer(0.1)
  vi.resetModules()
  const other = await import('#lib/workflow/limit-calls.ts')
  const refused = await Promise.all([call(limited(adapter, row), 40), call(other.limited(adapter, row), 40)])
  // Twenty each without asking, and the two that the bucket holds.
  expect(getSession).toHaveBeenCalledTimes(42)
  expect(refused.flat()).toEqual(new Array(38).fill('too_many_requests'))
})

test('a call waits for its turn where it comes soon', async () => {
  const { row, adapter, getSession } = retailer(20)
  expect(await call(limited(adapter, row), 70)).toEqual([])
  expect(getSession).toHaveBeenCalledTimes(70)
})

test('a retailer without a limit is not slowed', async () => {
  const { row, adapter } = retailer()
  expect(limited(adapter, row)).toBe(adapter)
})
