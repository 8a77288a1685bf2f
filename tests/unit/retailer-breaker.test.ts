import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DomainError } from '#lib/domain/errors.ts'
import { throughBreaker } from '#lib/services/retailer-breaker.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const failing = () => Promise.reject(new DomainError('retailer_slow'))
const answer = () => Promise.resolve('answer')

async function breakCircuit(retailerId: string) {
  for (let time = 0; time < 5; time++) {
    await expect(throughBreaker(retailerId, failing)).rejects.toThrow('retailer_slow')
  }
}

test('a retailer that did not answer five times is not asked, and others are', async () => {
  await breakCircuit('broken')
  const ask = vi.fn(answer)
  await expect(throughBreaker('broken', ask)).rejects.toMatchObject({ code: 'retailer_unreachable' })
  expect(ask).not.toHaveBeenCalled()
  expect(await throughBreaker('other', answer)).toBe('answer')
})

test('refusals are answers, and an answer in between starts the count anew', async () => {
  for (let time = 0; time < 20; time++) {
    const refuse = () => Promise.reject(new DomainError('retailer_refused'))
    await expect(throughBreaker('strict', refuse)).rejects.toThrow('retailer_refused')
  }
  for (let time = 0; time < 20; time++) {
    await expect(throughBreaker('shaky', failing)).rejects.toThrow()
    if (time % 4 === 3) await throughBreaker('shaky', answer)
  }
  expect(await throughBreaker('strict', answer)).toBe('answer')
  expect(await throughBreaker('shaky', answer)).toBe('answer')
})

test('after a while one question probes, alone; its answer closes the circuit', async () => {
  await breakCircuit('healing')
  vi.advanceTimersByTime(10_001)
  let respond: (word: string) => void = () => {}
  const probe = throughBreaker('healing', () => new Promise<string>(resolve => (respond = resolve)))
  const second = vi.fn(answer)
  await expect(throughBreaker('healing', second)).rejects.toMatchObject({ code: 'retailer_unreachable' })
  expect(second).not.toHaveBeenCalled()
  respond('well again')
  expect(await probe).toBe('well again')
  expect(await throughBreaker('healing', second)).toBe('answer')
})

test('a probe that fails leaves the retailer in peace for another while', async () => {
  await breakCircuit('ill')
  vi.advanceTimersByTime(10_001)
  await expect(throughBreaker('ill', failing)).rejects.toThrow('retailer_slow')
  const ask = vi.fn(answer)
  await expect(throughBreaker('ill', ask)).rejects.toThrow('retailer_unreachable')
  expect(ask).not.toHaveBeenCalled()
})
