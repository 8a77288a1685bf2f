import { describe, expect, test } from 'vitest'
import { errorCodes } from '#lib/domain/errors.ts'
import { type OrderState, orderStates, type TimelineEntry } from '#lib/domain/order.ts'
import { progressOf, stageWords } from '#lib/domain/order-progress.ts'
import { orderWords } from '#lib/domain/order-words.ts'
import { partWords } from '#lib/domain/split/part-words.ts'

const entry = (step: TimelineEntry['step'], status: TimelineEntry['status']): TimelineEntry => ({
  at: '2026-11-22T12:00:00.000Z',
  step,
  status,
})
const submitted = entry('submitted', 'done')
const brief = (state: OrderState, timeline: TimelineEntry[]) =>
  progressOf({ state, timeline }).map(({ stage, status }) => `${stage} ${status}`)

describe('the timeline', () => {
  test('shows the step at work, those behind it as done and those ahead as waiting', () => {
    const timeline = [submitted, entry('initialize-order', 'started'), entry('verify-payment', 'started')]
    expect(brief('processing', timeline)).toEqual([
      'submitted done',
      'initialize-order done',
      'verify-payment active',
      'add-customer waiting',
      'place-order waiting',
      'capture-order waiting',
      'publish-status waiting',
    ])
  })

  test('leaves nothing open once confirmed', () => {
    const statuses = progressOf({
      state: 'confirmed',
      timeline: [submitted, entry('place-order', 'started')],
    })
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(['done']))
  })

  test('of a failed order shows what failed and what was taken back, and no step never reached', () => {
    const timeline = [
      submitted,
      entry('initialize-order', 'started'),
      entry('verify-payment', 'started'),
      entry('verify-payment', 'failed'),
      entry('initialize-order', 'undone'),
      entry('publish-status', 'done'),
    ]
    expect(brief('failed', timeline)).toEqual([
      'submitted done',
      'initialize-order undone',
      'verify-payment failed',
    ])
  })

  test('calls no card checked that only the retailer can check, as it sells', () => {
    const timeline = [submitted, entry('verify-payment', 'done')]
    const [, , checked] = progressOf({ state: 'processing', timeline })
    const words = (checkedAtPlace?: boolean) =>
      checked && stageWords(checked, 'Harbor Market', { checkedAtPlace })
    expect(words()).toBe('Your card was checked')
    expect(words(true)).toBe('Harbor Market checks your card when it sells')
  })

  test('has words for every stage', () => {
    for (const progress of progressOf({ state: 'processing', timeline: [submitted] })) {
      expect(stageWords(progress, 'Harbor Market')).toMatch(/\w{3}/)
    }
  })
})

describe('what the shopper is told', () => {
  test.each(errorCodes)('after a failure for %s, says that nothing was charged, once', reason => {
    expect(
      orderWords({ state: 'failed', reason }, 'Harbor Market').text.match(/Nothing was charged\./g),
    ).toHaveLength(1)
  })

  test.each(errorCodes)('of a part that failed for %s, says so of that part alone', reason => {
    const status = { state: 'failed', reason } as const
    const said = [orderWords(status, 'Harbor Market', true).text, partWords(status, 'Harbor Market')]
    for (const text of said) {
      expect(text.match(/Nothing was charged/g)).toHaveLength(1)
      expect(text).toContain('Nothing was charged for this part.')
    }
  })

  test.each(orderStates.filter(state => state !== 'failed' && state !== 'cancelled'))(
    'while an order is %s, does not say that nothing was charged',
    state => {
      const { title, text } = orderWords({ state }, 'Harbor Market')
      expect(`${title} ${text}`).not.toMatch(/nothing was charged|did not go through/i)
    },
  )

  test.each(['unknown', 'needs_attention'] as const)(
    'asks not to order again while an order is %s',
    state => {
      expect(orderWords({ state }, 'Harbor Market').text).toContain('do not order again')
    },
  )
})
