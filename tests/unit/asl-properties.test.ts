import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusals } from '#lib/workflow/execution.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'

/*
 * Whatever each task throws on each of its tries, the state machine keeps these promises. The tasks here only throw
 * or return; what the real ones do is the matter of tests/faults.
 */

const definition = JSON.parse(
  JSON.stringify(purchaseDefinition(name => `arn:aws:lambda:us-east-1:000000000000:function:${name}`)),
) as StateMachineDefinition
const tasks = Object.entries(definition.States).flatMap(([name, { Type }]) => (Type === 'Task' ? [name] : []))
const forward = ['InitializeOrder', 'VerifyPayment', 'AddCustomer', 'PlaceOrder', 'CaptureOrder']
const undos = ['UndoAddCustomer', 'UndoVerifyPayment', 'UndoInitializeOrder']
const closed = ['PublishStatus', 'StatusNotPublished', 'NoSuchOrder', 'CancelUnsettled']

const faults = [
  'retailer_slow',
  'payment_unreachable',
  'internal_error',
  'order_unsettled',
  'Runtime.ExitError',
]
const errors = [...refusals, ...faults, 'payment_in_review', 'shopper_needed', 'States.Timeout', 'Unheard']
const loop = ['PlaceOrder', 'WaitForShopper', 'AwaitShopper', 'HasShopperAnswered']
const resumptions = ['order_ended', 'order_undoing', 'order_placing']

type Failures = Record<string, (string | null)[]>
type Run = { entered: string[]; calls: { name: string; error?: string }[]; outcome?: { state: string } }

async function run(failures: Failures): Promise<Run> {
  const calls: Run['calls'] = []
  const left = structuredClone(failures)
  const handlers = tasks.map(name => [
    name,
    (input: object) => {
      const error = left[name]?.shift() ?? undefined
      calls.push({ name, error })
      if (error) throw Object.assign(new Error(error), { name: error })
      if (name === 'AwaitShopper') return { status: calls.length % 3 === 0 ? 'waiting' : 'answered' }
      return name === 'PublishStatus' ? input : { by: name }
    },
  ])
  const execution = new StateMachine(definition, { validationOptions: { noValidate: true } }).run(
    { orderId: 'ord_1' },
    {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(handlers),
        waitTimeOverrides: { WaitForShopper: 0 },
        retryIntervalOverrides: Object.fromEntries(tasks.map(name => [name, 0])),
      },
    },
  )
  const entered: string[] = []
  for await (const event of execution.eventLogs) {
    if (event.type === 'StateEntered') entered.push(event.state.name)
  }
  const output = (await execution.result.catch(() => ({}))) as Pick<Run, 'outcome'>
  return { entered, calls, outcome: output.outcome }
}

/** For each task what its first tries throw, null being success; a long row of one error uses every retry up. */
const failures: fc.Arbitrary<Failures> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...tasks),
      error: fc.constantFrom(...errors),
      times: fc.constantFrom(1, 1, 2, 20),
    }),
    { maxLength: 5 },
  )
  .chain(rows =>
    fc.constantFrom(null, null, null, ...resumptions).map(resumption => {
      const all: Failures = resumption ? { InitializeOrder: [resumption] } : {}
      for (const { name, error, times } of rows) {
        all[name] = [...(all[name] ?? []), ...new Array<string>(times).fill(error)]
      }
      return all
    }),
  )

/** The last word on whether the retailer sells, which can come while the shopper is awaited. */
const lastAnswer = ({ calls }: Run) =>
  calls.findLast(({ name }) => name === 'PlaceOrder' || name === 'AwaitShopper')

const last = ({ calls }: Run, name: string) => calls.findLast(call => call.name === name)

function always(property: (result: Run) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(failures, async given => {
      property(await run(given))
    }),
    { numRuns: 300 },
  )
}

test('every purchase comes to a closing state', () =>
  always(({ entered }) => expect(closed).toContain(entered.at(-1))))

test('no state is entered twice, save those that wait for the shopper', () =>
  always(({ entered }) => {
    const once = entered.filter(name => !loop.includes(name))
    expect(new Set(once).size).toBe(once.length)
  }))

test('a purchase is undone step by step in reverse or not at all, and nothing is done after it', () =>
  always(({ entered }) => {
    const undone = entered.filter(name => undos.includes(name))
    if (undone.length > 0) expect(undone).toEqual(undos)
    const first = entered.findIndex(name => undos.includes(name))
    if (first >= 0) expect(entered.slice(first).filter(name => forward.includes(name))).toEqual([])
  }))

test('a purchase is undone only where the retailer was not told to sell, or refused', () =>
  always(result => {
    const placing = lastAnswer(result)
    if (!placing || !result.entered.some(name => undos.includes(name))) return
    expect(refusals).toContain(placing.error)
  }))

test('each step that was finished is undone when a purchase turns back', () =>
  always(({ entered, calls }) => {
    if (!entered.includes('OrderFailed')) return
    const finished = ['AddCustomer', 'VerifyPayment', 'InitializeOrder'].filter(name =>
      calls.some(call => call.name === name && !call.error),
    )
    expect(entered).toEqual(expect.arrayContaining(finished.map(name => `Undo${name}`)))
  }))

test('a purchase is called failed only when every undo worked, and confirmed only when the retailer sold', () =>
  always(result => {
    const state = result.outcome?.state
    if (state === 'failed') {
      for (const name of undos) expect(last(result, name)?.error).toBeUndefined()
      if (lastAnswer(result)) expect(refusals).toContain(lastAnswer(result)?.error)
    }
    if (state === 'confirmed')
      expect(last(result, 'PlaceOrder')).toEqual({ name: 'PlaceOrder', error: undefined })
  }))
