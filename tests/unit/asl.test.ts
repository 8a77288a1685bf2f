import validate from 'asl-validator'
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions'
import { describe, expect, test } from 'vitest'
import { functions } from '#lib/workflow/functions.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'

const definition = () =>
  JSON.parse(
    JSON.stringify(purchaseDefinition(name => `arn:aws:lambda:us-east-1:000000000000:function:${name}`)),
  ) as StateMachineDefinition

type Output = {
  outcome?: { state: string; reason?: string; captured?: boolean }
  failure?: { Error: string }
}

/** Runs the definition with tasks that succeed, but for those that throw what `failures` lists, one a try. */
async function run(failures: Record<string, string[]> = {}) {
  const machine = new StateMachine(definition())
  const taskNames = Object.entries(definition().States).flatMap(([name, { Type }]) =>
    Type === 'Task' ? [name] : [],
  )
  const calls: string[] = []
  const left = structuredClone(failures)
  const handlers = taskNames.map(name => [
    name,
    (input: object) => {
      calls.push(name)
      const error = left[name]?.shift()
      if (error) throw Object.assign(new Error(error), { name: error })
      if (name === 'AwaitShopper') return { status: left.shopper?.shift() ?? 'answered' }
      return name === 'PublishStatus' ? input : { by: name }
    },
  ])
  const execution = machine.run(
    { orderId: 'ord_1' },
    {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(handlers),
        waitTimeOverrides: { WaitForShopper: 0 },
        retryIntervalOverrides: Object.fromEntries(taskNames.map(name => [name, 0])),
      },
    },
  )
  const entered: string[] = []
  for await (const event of execution.eventLogs) {
    if (event.type === 'StateEntered') entered.push(event.state.name)
  }
  const output = (await execution.result.catch((error: unknown) => ({ thrown: error }))) as Output
  return { entered, calls, output }
}

const undos = ['UndoAddCustomer', 'UndoVerifyPayment', 'UndoInitializeOrder']
const times = (count: number, error: string): string[] => new Array(count).fill(error)

describe('the definition', () => {
  test('is valid Amazon States Language', () => {
    expect(validate(definition()).errors).toEqual([])
  })

  test('uses nothing that the local engine lacks', () => {
    expect(JSON.stringify(definition())).not.toMatch(
      /JSONata|"Assign"|\$\$\.State|waitForTaskToken|Heartbeat/,
    )
  })

  test('gives every task a timeout, its own retries and a catch for everything', () => {
    for (const [name, state] of Object.entries(definition().States)) {
      if (state.Type !== 'Task') continue
      const called = String(state.Resource).split(':').at(-1)
      const limit = Object.entries(functions).find(([known]) => known === called)?.[1].timeoutSeconds
      expect(state.TimeoutSeconds, name).toBeGreaterThan(limit ?? Number.POSITIVE_INFINITY)
      expect(state.Retry?.length, name).toBeGreaterThan(0)
      expect(state.Catch?.at(-1)?.ErrorEquals, name).toEqual(['States.ALL'])
    }
  })
})

describe('a purchase', () => {
  test('that goes well enters exactly six states', async () => {
    const { entered, output } = await run()
    expect(entered).toEqual([
      'InitializeOrder',
      'VerifyPayment',
      'AddCustomer',
      'PlaceOrder',
      'CaptureOrder',
      'PublishStatus',
    ])
    expect(output.outcome).toEqual({ state: 'confirmed', captured: true })
  })

  test('refused at the start undoes nothing', async () => {
    const { calls, output } = await run({ InitializeOrder: ['total_changed'] })
    expect(calls).toEqual(['InitializeOrder', 'PublishStatus'])
    expect(output).toMatchObject({ outcome: { state: 'failed' }, failure: { Error: 'total_changed' } })
  })

  test('whose card is declined is undone and not tried twice', async () => {
    const { calls } = await run({ VerifyPayment: ['payment_declined'] })
    expect(calls).toEqual(['InitializeOrder', 'VerifyPayment', ...undos, 'PublishStatus'])
  })

  test.each(['payment_declined', 'out_of_stock', 'order_declined', 'retailer_refused'])(
    'that the retailer refuses with %s is undone in reverse',
    async reason => {
      const { calls, output } = await run({ PlaceOrder: [reason] })
      expect(calls.slice(3)).toEqual(['PlaceOrder', ...undos, 'PublishStatus'])
      expect(output).toMatchObject({ outcome: { state: 'failed' }, failure: { Error: reason } })
    },
  )

  test.each(['InitializeOrder', 'VerifyPayment', 'AddCustomer'])(
    'whose %s fails for good goes through every undo: an execution before this may have done more',
    async step => {
      const { calls, output } = await run({ [step]: times(9, 'internal_error') })
      expect(calls.slice(-4)).toEqual([...undos, 'PublishStatus'])
      expect(output.outcome?.state).toBe('failed')
    },
  )

  test('in review is asked about six times more, then undone', async () => {
    const settled = await run({ VerifyPayment: times(6, 'payment_in_review') })
    expect(settled.output.outcome?.state).toBe('confirmed')
    const { calls, output } = await run({ VerifyPayment: times(7, 'payment_in_review') })
    expect(calls.filter(name => name === 'VerifyPayment')).toHaveLength(7)
    expect(calls).toContain('UndoVerifyPayment')
    expect(output).toMatchObject({ outcome: { state: 'failed' }, failure: { Error: 'payment_in_review' } })
  })

  test.each(['order_unsettled', 'internal_error', 'States.Timeout', 'Runtime.ExitError', 'Anything'])(
    'of which nobody knows whether it was placed (%s) is neither undone nor called failed',
    async error => {
      const { calls, output } = await run({ PlaceOrder: times(20, error) })
      expect(calls.filter(name => name === 'PlaceOrder').length).toBeGreaterThan(3)
      expect(calls.some(name => name.startsWith('Undo'))).toBe(false)
      expect(output.outcome).toEqual({ state: 'needs_attention', reason: 'order_unsettled' })
    },
  )

  test('for which the retailer wants the shopper waits, and goes on once the shopper has been there', async () => {
    const { entered, output } = await run({
      PlaceOrder: ['shopper_needed'],
      shopper: ['waiting', 'waiting'],
    })
    const look = ['WaitForShopper', 'AwaitShopper', 'HasShopperAnswered']
    expect(entered.slice(3)).toEqual([
      'PlaceOrder',
      ...look,
      ...look,
      ...look,
      'PlaceOrder',
      'CaptureOrder',
      'PublishStatus',
    ])
    expect(output.outcome?.state).toBe('confirmed')
  })

  test('for which the shopper never comes is undone in reverse', async () => {
    const { calls, output } = await run({ PlaceOrder: ['shopper_needed'], AwaitShopper: ['shopper_absent'] })
    expect(calls.slice(3)).toEqual(['PlaceOrder', 'AwaitShopper', ...undos, 'PublishStatus'])
    expect(output).toMatchObject({ outcome: { state: 'failed' }, failure: { Error: 'shopper_absent' } })
  })

  test('whose retailer cannot be asked about the shopper goes on waiting, and is neither undone nor called failed', async () => {
    const waiting = await run({ PlaceOrder: ['shopper_needed'], AwaitShopper: times(9, 'retailer_slow') })
    expect(waiting.output.outcome?.state).toBe('confirmed')
    const { calls, output } = await run({
      PlaceOrder: ['shopper_needed'],
      AwaitShopper: times(3, 'order_unsettled'),
    })
    expect(calls.some(name => name.startsWith('Undo'))).toBe(false)
    expect(output.outcome).toEqual({ state: 'needs_attention', reason: 'order_unsettled' })
  })

  test('is confirmed once the retailer has it, even if its record cannot be fetched', async () => {
    const { calls, output } = await run({ CaptureOrder: times(20, 'retailer_unreachable') })
    expect(calls.some(name => name.startsWith('Undo'))).toBe(false)
    expect(output.outcome).toEqual({ state: 'confirmed', captured: false })
  })

  test('whose undo fails goes on undoing and then needs attention', async () => {
    const { calls, output } = await run({
      PlaceOrder: ['out_of_stock'],
      UndoVerifyPayment: times(20, 'payment_unreachable'),
    })
    expect(calls.slice(-2)).toEqual(['UndoInitializeOrder', 'PublishStatus'])
    expect(output).toMatchObject({
      outcome: { state: 'needs_attention' },
      failure: { Error: 'out_of_stock' },
    })
  })
})

describe('a purchase started again', () => {
  test('publishes what is recorded where the order had ended', async () => {
    const { calls, output } = await run({ InitializeOrder: ['order_ended'] })
    expect(calls).toEqual(['InitializeOrder', 'PublishStatus'])
    expect(output.outcome).toEqual({ state: 'as_recorded' })
  })

  test('goes straight to PlaceOrder where the retailer may have been told', async () => {
    const { calls, output } = await run({ InitializeOrder: ['order_placing'] })
    expect(calls).toEqual(['InitializeOrder', 'PlaceOrder', 'CaptureOrder', 'PublishStatus'])
    expect(output.outcome?.state).toBe('confirmed')
  })

  test('goes on undoing where it had turned back', async () => {
    const { calls } = await run({ InitializeOrder: ['order_undoing'] })
    expect(calls.slice(1)).toEqual([...undos, 'PublishStatus'])
  })

  test.each([
    ['order_placing', ['PlaceOrder', 'CaptureOrder', 'PublishStatus']],
    ['order_ended', ['PublishStatus']],
    ['order_cancelling', ['CancelOrder', 'PublishStatus']],
  ])('that could not be read at first is not undone where its undo reads %s', async (standing, then) => {
    const { calls } = await run({
      InitializeOrder: times(9, 'internal_error'),
      UndoAddCustomer: [standing],
    })
    expect(calls.slice(calls.indexOf('UndoAddCustomer') + 1)).toEqual(then)
  })

  test('stops where there is no such order', async () => {
    expect((await run({ InitializeOrder: ['not_found'] })).calls).toEqual(['InitializeOrder'])
  })
})
