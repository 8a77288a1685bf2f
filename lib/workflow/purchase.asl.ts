import { refusals } from '#lib/workflow/execution.ts'
import { type FunctionName, functions } from '#lib/workflow/functions.ts'
import { backOff, busy, faults, never, settled } from '#lib/workflow/retries.ts'

type Catcher = { ErrorEquals: string[]; ResultPath: string; Next: string }

function failing(ErrorEquals: string[], Next: string): Catcher {
  return { ErrorEquals, ResultPath: '$.failure', Next }
}

/** Seconds that a state waits beyond its function's own limit, so that the function's error is the one heard. */
const patience = 5

/**
 * The purchase as Amazon States Language (JSONPath), for a Standard machine; input `{ orderId }`. `arnOf` gives the
 * ARN of a function by name. A purchase that goes well enters exactly six states.
 *
 * A refusal is never retried; a fault is. A purchase that turns back walks through every undo, whatever this execution
 * has done: an execution before it may have done more, and an undo of nothing is harmless. Only what is refused at the
 * very start undoes nothing. PlaceOrder is different: once the retailer may have sold, nothing is undone and a person
 * is asked to look.
 * Where the retailer wants the shopper on its own page, it waits for that, bounded by the order's own record, and goes
 * back to PlaceOrder.
 * JSONPath only, and no `Assign`, so that the local engine runs the same text as AWS.
 */
export function purchaseDefinition(arnOf: (functionName: string) => string) {
  const task = (name: FunctionName) => ({
    Type: 'Task',
    Resource: arnOf(name),
    TimeoutSeconds: functions[name].timeoutSeconds + patience,
  })
  /** Where an earlier execution brought the order further than this one knew. */
  const elsewhere = [
    failing(['order_ended'], 'OrderEndedBefore'),
    failing(['order_cancelling'], 'CancelOrder'),
    failing(['order_placing'], 'ResumeAtPlaceOrder'),
  ]
  const undo = (name: FunctionName, Next: string) => ({
    ...task(name),
    ResultPath: null,
    Retry: [settled, busy, backOff(['States.ALL'], 2, 6)],
    Catch: [...elsewhere, { ErrorEquals: ['States.ALL'], ResultPath: '$.undoFailure', Next }],
    Next,
  })
  const order = { 'orderId.$': '$.orderId' }
  const outcome = (state: string, more: object = {}) => ({
    Type: 'Pass',
    Result: { state, ...more },
    ResultPath: '$.outcome',
    Next: 'PublishStatus',
  })

  return {
    Comment: 'Buys one order from one retailer, or leaves nothing behind.',
    StartAt: 'InitializeOrder',
    TimeoutSeconds: 3600,
    States: {
      InitializeOrder: {
        ...task('initialize-order'),
        Parameters: order,
        ResultPath: '$.initialized',
        Retry: [never, busy, backOff(faults, 1, 2), backOff(['States.ALL'], 2, 2)],
        Catch: [
          ...elsewhere,
          failing(['order_undoing'], 'UndoAddCustomer'),
          failing(['invalid_input', 'not_found'], 'NoSuchOrder'),
          failing(
            refusals.filter(code => code !== 'not_found'),
            'OrderFailed',
          ),
          failing(['States.ALL'], 'UndoAddCustomer'),
        ],
        Next: 'VerifyPayment',
      },
      VerifyPayment: {
        ...task('verify-payment'),
        Parameters: order,
        ResultPath: '$.verified',
        Retry: [
          never,
          // Without jitter: a review takes its time, and six short waits could miss its end.
          { ...backOff(['payment_in_review'], 2, 6), JitterStrategy: 'NONE' },
          backOff(faults, 1, 2),
          backOff(['States.ALL'], 2, 2),
        ],
        Catch: [failing(['States.ALL'], 'UndoAddCustomer')],
        Next: 'AddCustomer',
      },
      AddCustomer: {
        ...task('add-customer'),
        Parameters: { ...order, 'initialized.$': '$.initialized' },
        ResultPath: '$.added',
        Retry: [never, backOff(faults, 1, 4), backOff(['States.ALL'], 2, 2)],
        Catch: [failing(['States.ALL'], 'UndoAddCustomer')],
        Next: 'PlaceOrder',
      },
      PlaceOrder: {
        ...task('place-order'),
        Parameters: order,
        ResultPath: '$.placed',
        Retry: [
          never,
          busy,
          backOff(['order_unsettled'], 2, 7, 60),
          backOff(faults, 2, 5),
          backOff(['States.ALL'], 2, 5),
        ],
        Catch: [
          failing(['order_ended'], 'OrderEndedBefore'),
          { ErrorEquals: ['shopper_needed'], ResultPath: '$.shopper', Next: 'WaitForShopper' },
          failing([...refusals], 'UndoAddCustomer'),
          failing(['States.ALL'], 'OrderUnsettled'),
        ],
        Next: 'CaptureOrder',
      },
      CaptureOrder: {
        ...task('capture-order'),
        Parameters: { ...order, 'placed.$': '$.placed' },
        ResultSelector: { state: 'confirmed', captured: true },
        ResultPath: '$.outcome',
        Retry: [never, busy, backOff(faults, 2, 4), backOff(['States.ALL'], 2, 2)],
        Catch: [failing(['total_differs'], 'TotalDiffers'), failing(['States.ALL'], 'OrderNotCaptured')],
        Next: 'PublishStatus',
      },
      PublishStatus: {
        ...task('publish-status'),
        Retry: [never, backOff(faults, 2, 8, 120), backOff(['States.ALL'], 2, 4)],
        Catch: [failing(['States.ALL'], 'StatusNotPublished')],
        End: true,
      },

      CancelOrder: {
        ...task('cancel-order'),
        Parameters: order,
        ResultPath: null,
        Retry: [never, busy, backOff(faults, 2, 6, 60), backOff(['States.ALL'], 2, 4)],
        Catch: [failing(['States.ALL'], 'CancelUnsettled')],
        Next: 'OrderEndedBefore',
      },
      WaitForShopper: { Type: 'Wait', Seconds: 8, Next: 'AwaitShopper' },
      AwaitShopper: {
        ...task('await-shopper'),
        Parameters: order,
        ResultPath: '$.shopper',
        Retry: [never, busy, backOff(faults, 2, 3), backOff(['States.ALL'], 2, 2)],
        Catch: [
          failing(['order_ended'], 'OrderEndedBefore'),
          failing([...refusals], 'UndoAddCustomer'),
          failing(['order_unsettled'], 'OrderUnsettled'),
          // The retailer does not answer: the shopper may still be on its page.
          { ErrorEquals: ['States.ALL'], ResultPath: '$.shopper', Next: 'WaitForShopper' },
        ],
        Next: 'HasShopperAnswered',
      },
      HasShopperAnswered: {
        Type: 'Choice',
        Choices: [{ Variable: '$.shopper.status', StringEquals: 'waiting', Next: 'WaitForShopper' }],
        Default: 'PlaceOrder',
      },
      UndoAddCustomer: undo('undo-add-customer', 'UndoVerifyPayment'),
      UndoVerifyPayment: undo('undo-verify-payment', 'UndoInitializeOrder'),
      UndoInitializeOrder: undo('undo-initialize-order', 'IsUndone'),
      IsUndone: {
        Type: 'Choice',
        Choices: [{ Variable: '$.undoFailure', IsPresent: true, Next: 'OrderNotUndone' }],
        Default: 'OrderFailed',
      },

      OrderFailed: outcome('failed'),
      OrderNotUndone: outcome('needs_attention'),
      OrderUnsettled: outcome('needs_attention', { reason: 'order_unsettled' }),
      TotalDiffers: outcome('needs_attention'),
      OrderNotCaptured: outcome('confirmed', { captured: false }),
      OrderEndedBefore: outcome('as_recorded'),
      ResumeAtPlaceOrder: {
        Type: 'Pass',
        Comment: 'Whatever comes before PlaceOrder was done by an earlier execution.',
        Parameters: { ...order, initialized: {}, verified: {}, added: {} },
        Next: 'PlaceOrder',
      },
      NoSuchOrder: { Type: 'Fail', Error: 'not_found', Cause: 'There is no such order.' },
      CancelUnsettled: {
        Type: 'Fail',
        Error: 'cancel_unsettled',
        Cause: 'The retailer did not say whether it cancelled; reconcile asks again.',
      },
      StatusNotPublished: {
        Type: 'Fail',
        Error: 'internal_error',
        Cause: 'The status could not be written or published; reconcile starts the purchase again.',
      },
    },
  }
}
