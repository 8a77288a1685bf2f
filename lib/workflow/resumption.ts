import { isEnded, type Order, type Step } from '#lib/domain/order.ts'

/**
 * Not an error: tells the state machine where a purchase that was started again stands, by the name that a
 * Catch of InitializeOrder matches.
 * `order_ended`: nothing to do but say so again. `order_cancelling`: it ended well, and the shopper wants it cancelled. `order_undoing`: it had turned back; finish that.
 * `order_placing`: the retailer may have been told to sell; ask it before anything else.
 * `shopper_needed`: thrown by PlaceOrder, not by InitializeOrder: the retailer wants the shopper on its own page first.
 */
export class Resumption extends Error {
  constructor(
    name: 'order_ended' | 'order_cancelling' | 'order_undoing' | 'order_placing' | 'shopper_needed',
  ) {
    super(name)
    this.name = name
  }
}

/** Throws the Resumption that fits the order's record; returns for an order not yet taken to the retailer. */
export function resume(order: Order): void {
  if (order.cancelRequestedAt) throw new Resumption('order_cancelling')
  if (isEnded(order.state)) throw new Resumption('order_ended')
  const hasTurnedBack = order.timeline.some(({ status }) => status === 'failed' || status === 'undone')
  if (hasTurnedBack) throw new Resumption('order_undoing')
  if (order.timeline.some(entry => entry.step === 'place-order')) throw new Resumption('order_placing')
}

/** True where the step was begun before `at`, by a try that may have had its effect. */
export function isRepeat(order: Order, step: Step, at: string): boolean {
  const first = order.timeline.find(entry => entry.step === step && entry.status === 'started')
  return first !== undefined && first.at !== at
}
