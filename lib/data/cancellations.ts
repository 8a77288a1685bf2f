import { orderItem, shardOf } from '#lib/data/order-items.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import type { TimelineEntry } from '#lib/domain/order.ts'

/** How long a cancellation may take before `dueOrders` names the order. */
const cancelLook = 60_000

/**
 * Notes that the shopper wants a confirmed order cancelled, and makes it due for a look, so that a crash after this
 * loses nothing. The time of the request (ISO 8601); undefined where the order is not confirmed, or is being cancelled
 * already. One UpdateItem.
 */
export async function requestCancel(orderId: string): Promise<string | undefined> {
  const now = Date.now()
  const at = new Date(now).toISOString()
  const { rejected } = await orderItem
    .patch({ orderId })
    .set({
      cancelRequestedAt: at,
      updatedAt: at,
      shard: shardOf(orderId),
      due: new Date(now + cancelLook).toISOString(),
    })
    .append({ timeline: [{ at, step: 'cancel-order', status: 'started' }] })
    .where(
      ({ state, cancelRequestedAt }, { eq, notExists }) =>
        `${eq(state, 'confirmed')} AND ${notExists(cancelRequestedAt)}`,
    )
    .go({ returnOnConditionCheckFailure: 'all_old' })
  return rejected ? undefined : at
}

/**
 * Notes that the retailer did not cancel: the order stays confirmed, and needs no more looks once its mail is sent.
 * Does nothing where no cancellation is asked for. One or two UpdateItems.
 */
export async function refuseCancel(orderId: string, reason: ErrorCode): Promise<void> {
  const at = new Date().toISOString()
  const entry: TimelineEntry = { at, step: 'cancel-order', status: 'failed', reason }
  const refusal = () =>
    orderItem
      .patch({ orderId })
      .set({ updatedAt: at })
      .append({ timeline: [entry] })
  const settled = await refusal()
    .remove(['cancelRequestedAt', 'shard', 'due'])
    .where(
      ({ cancelRequestedAt, mailed }, { exists, contains }) =>
        `${exists(cancelRequestedAt)} AND ${contains(mailed, 'confirmed')}`,
    )
    .go({ returnOnConditionCheckFailure: 'all_old' })
  if (!settled.rejected) return
  await refusal()
    .remove(['cancelRequestedAt'])
    .where(({ cancelRequestedAt }, { exists }) => exists(cancelRequestedAt))
    .go({ returnOnConditionCheckFailure: 'all_old' })
}
