import { isEnded, type Order, type Step } from '#lib/domain/order.ts'

type Standing = 'order_ended' | 'order_cancelling' | 'order_undoing' | 'order_placing'

/**
 * Not an error: tells the state machine where a purchase that was started again stands, by the name that a
 * Catch of InitializeOrder, or of an undo, matches.
 * `order_ended`: nothing to do but say so again. `order_cancelling`: it ended well, and the shopper wants it cancelled. `order_undoing`: it had turned back; finish that.
 * `order_placing`: the retailer may have been told to sell; ask it before anything else.
 * `shopper_needed`: thrown by PlaceOrder, not by InitializeOrder: the retailer wants the shopper on its own page first.
 */
export class Resumption extends Error {
  constructor(name: Standing | 'shopper_needed') {
    super(name)
    this.name = name
  }
}

/** Where the record says that the order stands; undefined for one not yet taken to the retailer. */
export function standingOf(order: Order): Standing | undefined {
  if (order.cancelRequestedAt) return 'order_cancelling'
  if (isEnded(order.state)) return 'order_ended'
  const hasTurnedBack = order.timeline.some(({ status }) => status === 'failed' || status === 'undone')
  if (hasTurnedBack) return 'order_undoing'
  return hasBegun(order, 'place-order') ? 'order_placing' : undefined
}

/** True where the record says that the step was begun, by whichever execution. */
export function hasBegun({ timeline }: Order, step: Step): boolean {
  return timeline.some(entry => entry.step === step && entry.status !== 'failed')
}

/** True where the step was begun before `at`, by a try that may have had its effect. */
export function isRepeat(order: Order, step: Step, at: string): boolean {
  const first = order.timeline.find(entry => entry.step === step && entry.status === 'started')
  return first !== undefined && first.at !== at
}
