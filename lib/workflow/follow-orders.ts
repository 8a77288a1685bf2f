import { deferFollowUp, dueFollowUps, endFollowUp, type FollowUp } from '#lib/data/follow-ups.ts'
import { getOrder } from '#lib/data/orders.ts'
import type { Order } from '#lib/domain/order.ts'
import { deliveryOf } from '#lib/domain/shipments.ts'
import { log } from '#lib/log.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { applyReport } from '#lib/workflow/apply-report.ts'

const minute = 60_000
const hour = 60 * minute
const batchSize = 50
/** A retailer that sends webhooks is asked now and then all the same, should one have been lost. */
const betweenWebhooks = 6 * hour
/** Returns and refunds come late. */
const afterDelivery = 24 * hour
const followedFor = 45 * 24 * hour

/** Milliseconds until the next look: a quarter of the time that nothing has happened for, between a minute and six hours. */
export function nextLook(order: Order, status: 'webhook' | 'poll', now: number): number {
  if (order.state === 'cancelled' || deliveryOf(order.afterSale) === 'delivered') return afterDelivery
  if (status === 'webhook') return betweenWebhooks
  const quiet = now - Date.parse(order.updatedAt)
  return Math.min(6 * hour, Math.max(minute, quiet / 4))
}

async function follow(followUp: FollowUp, now: number): Promise<boolean> {
  const order = await getOrder(followUp.orderId)
  const isFollowed = order?.state === 'confirmed' || order?.state === 'cancelled'
  if (!order?.retailerOrder || !isFollowed || now - Date.parse(order.createdAt) > followedFor) {
    await endFollowUp(followUp.orderId)
    return false
  }
  const { adapter } = await adapterOf(order.retailerId)
  const { status } = adapter.capabilities
  if (status === 'none') {
    await endFollowUp(followUp.orderId)
    return false
  }
  const next = new Date(now + nextLook(order, status, now)).toISOString()
  if (!(await deferFollowUp(followUp, next))) return false
  // Whoever sends webhooks has had no time yet to lose one.
  if (status === 'webhook' && now - Date.parse(order.createdAt) < betweenWebhooks) return false
  const signal = AbortSignal.timeout(10_000)
  await applyReport(order, await adapter.getOrder(order.retailerOrder.id, { signal }))
  return true
}

/**
 * Asks retailers about confirmed orders whose follow-up is due. One order's trouble does not stop the others: it is
 * looked at again when it is next due. Returns how many were due and how many were asked about.
 */
export async function followOrders(now = Date.now()): Promise<{ due: number; asked: number }> {
  const due = await dueFollowUps(new Date(now).toISOString(), batchSize)
  let asked = 0
  for (const followUp of due) {
    try {
      if (await follow(followUp, now)) asked += 1
    } catch (error) {
      log.error('order not followed', error, { orderId: followUp.orderId })
    }
  }
  return { due: due.length, asked }
}

/** The Lambda handler of the schedule. */
export const handler = (): Promise<{ due: number; asked: number }> => followOrders()
