import { expect, test } from 'vitest'
import { type Circuit, judgeHealth, recordOf } from '#lib/domain/retailer-health.ts'
import { circuitWords, healthWords, recordWords } from '#lib/domain/retailer-words.ts'
import { troubleOf } from '#lib/retailers/trouble.ts'

const at = '2026-11-22T15:00:00.000Z'

test('a retailer does well only when it last answered, and no server leaves it in peace', () => {
  const open: Circuit = { state: 'open', failedAt: at }
  expect(judgeHealth(undefined, undefined)).toBe('unknown')
  expect(judgeHealth({ answeredAt: at, failures: 0 }, { state: 'closed' })).toBe('well')
  expect(judgeHealth({ answeredAt: at, failures: 0 }, open)).toBe('failing')
  expect(judgeHealth({ answeredAt: at, failedAt: at, failures: 1 }, undefined)).toBe('failing')
  expect(circuitWords(open)).toContain('after five carts without an answer')
})

test('how it fails is said in words, with how often and when it last answered', () => {
  const words = healthWords({ answeredAt: at, failedAt: at, failures: 3, trouble: 'not_secure' })
  expect(words).toMatch(/^No answer Nov 22, 2026, 10:00.AM, 3 times in a row\. Its certificate is not valid/)
  expect(words).toMatch(/It last answered Nov 22, 2026, 10:00.AM\.$/)
  expect(healthWords(undefined)).toBe('It has not been asked yet.')
})

test('what counters say of one retailer is told apart from the others', () => {
  const visits = { 'retailer:a:asked': 8, 'retailer:a:lost:down': 2, 'retailer:b:lost:down': 5 }
  const orders = { 'retailer:a:placed': 4, 'retailer:a:confirmed': 3, 'retailer:a:failed:down': 1 }
  expect(recordWords(recordOf('a', 7, visits, orders))).toEqual([
    'Carts compared: 8, without its price: 2 (25 %).',
    'Orders: 4, confirmed: 3, lost since it did not answer: 1 (25 %).',
  ])
  expect(recordWords(recordOf('c', 7, visits, orders))).toEqual([])
})

test.each([
  [new TypeError('fetch failed', { cause: { code: 'X' } }), 'unreachable'],
  [
    new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
    'no_such_host',
  ],
  [
    new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' }) }),
    'not_secure',
  ],
  [new TypeError('fetch failed', { cause: new Error('unexpected redirect') }), 'moved'],
  [new DOMException('late', 'TimeoutError'), 'slow'],
  [Object.assign(new Error(), { status: 403 }), 'refused'],
])('%s is the trouble %s', (error, trouble) => {
  expect(troubleOf(error)).toBe(trouble)
})
