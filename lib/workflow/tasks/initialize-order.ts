import { beginStep } from '#lib/data/orders.ts'
import type { Order } from '#lib/domain/order.ts'
import type { Purchase, RetailerItem } from '#lib/retailers/contract.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { executionSchema, isRefusal, orderInputSchema } from '#lib/workflow/execution.ts'
import { undoStep } from '#lib/workflow/record-undo.ts'
import { isRepeat, Resumption, standingOf } from '#lib/workflow/resumption.ts'
import { keyFor, now, task } from '#lib/workflow/task.ts'

function itemsOf(order: Order): RetailerItem[] {
  return order.lines.map(line => ({
    sku: line.sku,
    retailerSku: line.retailerSkus[order.retailerId] ?? line.sku,
    quantity: line.quantity,
  }))
}

function purchaseOf(order: Order): Purchase {
  return {
    reference: order.id,
    sessionId: order.sessionId,
    items: itemsOf(order),
    address: order.address,
    contact: order.contact,
    consents: order.consents,
    loyaltyId: order.loyaltyId,
    discountCode: order.discountCode,
    optionId: order.fulfilment.id,
    total: order.totals.total,
  }
}

async function prepareAndHold(order: Order, signal: AbortSignal) {
  const { adapter } = await adapterOf(order.retailerId)
  await adapter.prepare(purchaseOf(order), { key: keyFor(order.id, 'initialize-order'), signal })
  const initialized = { retailerId: order.retailerId, sessionId: order.sessionId }
  if (adapter.capabilities.reserve !== 'native') return initialized
  const hold = await adapter.reserve(order.sessionId, { key: keyFor(order.id, 'hold'), signal })
  return { ...initialized, holdId: hold.holdId, holdExpiresAt: hold.expiresAt }
}

/**
 * Gives the retailer the buyer, address and option, lets it refuse a total other than the accepted one, and holds
 * the stock where the retailer can. Throws a Resumption where an earlier execution got further.
 */
export const handler = task('initialize-order', orderInputSchema, async ({ orderId }, { signal }) => {
  const at = now()
  const order = await beginStep(orderId, [{ at, step: 'initialize-order', status: 'started' }])
  const standing = standingOf(order)
  if (standing) throw new Resumption(standing)
  try {
    return await prepareAndHold(order, signal)
  } catch (error) {
    if (!isRefusal(error) || !isRepeat(order, 'initialize-order', at)) throw error
    // Refused now, but an earlier try may have held stock, and an earlier execution may have got further.
    const failed = { at: now(), step: 'initialize-order', status: 'failed', reason: error.code } as const
    await beginStep(orderId, [failed])
    throw new Resumption('order_undoing')
  }
})

/** Gives the stock back and ends the session at the retailer; a hold whose id was never heard ends with its session. */
export const undo = task('undo-initialize-order', executionSchema, async (execution, { signal }) => {
  await undoStep(execution, 'initialize-order', async ({ id, retailerId, sessionId, hold }) => {
    const { adapter } = await adapterOf(retailerId)
    if (hold) await adapter.release(sessionId, hold.id, { key: keyFor(id, 'release'), signal })
    await adapter.cancelSession(sessionId, { key: keyFor(id, 'undo-initialize-order'), signal })
  })
  return {}
})
