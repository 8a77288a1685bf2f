import { Service } from 'electrodb'
import { attentionItem, attentionKey } from '#lib/data/attention.ts'
import { auditItem } from '#lib/data/audit.ts'
import { pack } from '#lib/data/compressed.ts'
import { followUpAttributes, followUpItem } from '#lib/data/follow-ups.ts'
import { orderItem, orderSummaryItem, shardOf } from '#lib/data/order-items.ts'
import { referenceItem, referencesOf } from '#lib/data/references.ts'
import { storage } from '#lib/data/table.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import type { AuditEntry } from '#lib/domain/audit.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import type { OrderState, RetailerOrder, TimelineEntry } from '#lib/domain/order.ts'

const settling = new Service(
  {
    order: orderItem,
    summary: orderSummaryItem,
    attention: attentionItem,
    reference: referenceItem,
    audit: auditItem,
    followUp: followUpItem,
  },
  storage,
)

/** The only ways in which an order leaves an end: each is taken once, whoever comes first. */
export type Settlement = {
  from: 'confirmed' | 'needs_attention'
  to: Extract<OrderState, 'confirmed' | 'failed' | 'cancelled' | 'needs_attention'>
  reason?: ErrorCode
  entries: readonly TimelineEntry[]
  retailerOrder?: RetailerOrder
  payload?: unknown
  audit?: AuditEntry
}

/** How long the mail about the new end may take before `dueOrders` names the order. */
const mailLook = 2 * 60_000

/**
 * Moves an order that had ended on to another end, in one transaction with the list of orders that need attention and
 * what is kept of who did it. False where the order is not in the state `from`: somebody else was first, and nothing
 * is written.
 */
export async function settleOrder(orderId: string, settlement: Settlement): Promise<boolean> {
  const { from, to, reason, entries, retailerOrder, payload, audit } = settlement
  const now = Date.now()
  const expected = from as OrderState
  const references = retailerOrder ? referencesOf(orderId, retailerOrder) : []
  const waiting = { ...attentionKey(orderId), reason, since: new Date(now).toISOString() }
  const results = await transact(() =>
    settling.transaction
      .write(entities => [
        entities.order
          .patch({ orderId })
          .data((item, operation) => {
            operation.append(item.timeline, [...entries])
            operation.set(item.state, to)
            operation.set(item.updatedAt, new Date(now).toISOString())
            // Found again by reconcile unless the mail about it is sent.
            operation.set(item.shard, shardOf(orderId))
            operation.set(item.due, new Date(now + mailLook).toISOString())
            operation.remove(item.cancelRequestedAt)
            if (reason) operation.set(item.reason, reason)
            else operation.remove(item.reason)
            if (to !== 'needs_attention') operation.remove(item.hold)
            if (retailerOrder) operation.set(item.retailerOrder, retailerOrder)
            if (payload !== undefined) operation.set(item.payload, pack(payload))
          })
          .where(({ state }, { eq }) => eq(state, expected))
          .commit(),
        reason
          ? entities.summary.patch({ orderId }).set({ state: to, reason }).commit()
          : entities.summary.patch({ orderId }).set({ state: to }).remove(['reason']).commit(),
        to === 'needs_attention'
          ? entities.attention.put(waiting).commit()
          : entities.attention.delete(attentionKey(orderId)).commit(),
        ...references.map(known => entities.reference.put(known).commit()),
        ...(to === 'confirmed' ? [entities.followUp.put(followUpAttributes(orderId)).commit()] : []),
        ...(audit ? [entities.audit.put({ orderId, ...audit }).commit()] : []),
      ])
      .go(),
  )
  if (!results) return true
  if (refusal(results, 0)) return false
  throw new Error('an order without its summary')
}
