import { refusals } from '#lib/workflow/execution.ts'

/** Faults of the machinery: the task may have had its effect, and repeating it under the same key is safe. */
const machineryFaults = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'Runtime.ExitError',
  'States.Timeout',
]
/** Errors after which the same task, under the same idempotency key, is worth another try. */
export const faults = [
  ...machineryFaults,
  'retailer_unreachable',
  'retailer_slow',
  'payment_unreachable',
  'internal_error',
]

/** Names by which a task says that the purchase stands elsewhere than the state machine thinks. */
const resumptions = ['order_ended', 'order_cancelling', 'order_undoing', 'order_placing', 'shopper_needed']

/** A retrier of an undo: a purchase that stands elsewhere is not undone, however often one asks. */
export const settled = { ErrorEquals: resumptions, MaxAttempts: 0 }

/** A retrier that stands first, since a refusal or a resumption stays what it is however often one asks. */
export const never = {
  ErrorEquals: [...refusals, 'invalid_input', 'total_differs', ...resumptions],
  MaxAttempts: 0,
}

/** Our own limit of calls to a retailer: nothing was sent, and a turn comes. */
export const busy = backOff(['too_many_requests'], 2, 12)

/** A retrier whose waits (seconds) double up to the longest, with full jitter so that crowds spread out. */
export function backOff(
  ErrorEquals: string[],
  IntervalSeconds: number,
  MaxAttempts: number,
  MaxDelaySeconds = 30,
) {
  return {
    ErrorEquals,
    IntervalSeconds,
    BackoffRate: 2,
    MaxAttempts,
    MaxDelaySeconds,
    JitterStrategy: 'FULL',
  }
}
