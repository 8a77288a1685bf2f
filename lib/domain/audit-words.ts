import type { AuditEntry, OperatorAction } from '#lib/domain/audit.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { type OrderState, orderStates } from '#lib/domain/order.ts'

/** What operators call an order's state. */
export const stateWords: Record<OrderState, string> = {
  submitted: 'Submitted',
  processing: 'In progress',
  awaiting_shopper: 'Waiting for the shopper',
  unknown: 'Being asked about',
  confirmed: 'Confirmed',
  failed: 'Not placed',
  cancelled: 'Cancelled',
  needs_attention: 'Needs attention',
}

const actionWords: Record<OperatorAction, string> = {
  ask: 'Asked the retailer again',
  release: 'Released what the retailer held',
  resolve: 'Marked resolved',
}

/** What an operator did, in a few words. */
export function actionTitle({ action }: Pick<AuditEntry, 'action'>): string {
  return actionWords[action]
}

function isState(outcome: AuditEntry['outcome']): outcome is OrderState {
  return orderStates.some(state => state === outcome)
}

/** What came of an operator's act, in a sentence. */
export function outcomeWords(outcome: AuditEntry['outcome']): string {
  if (outcome === 'needs_attention') {
    return 'The retailer has not sold it, and may still hold stock. Release it, or find out by phone.'
  }
  if (outcome === 'stale_version') return 'It was no longer waiting for a person. Nothing was changed.'
  if (outcome === 'not_found') return 'The retailer does not know the order. Find out by phone.'
  if (isState(outcome)) return `The order is now: ${stateWords[outcome].toLowerCase()}.`
  return messageFor(outcome)
}
