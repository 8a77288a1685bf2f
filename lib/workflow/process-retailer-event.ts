import { z } from 'zod'
import { getOrder } from '#lib/data/orders.ts'
import { findByReference } from '#lib/data/references.ts'
import { getWebhook, markProcessed } from '#lib/data/webhooks.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { idSchema } from '#lib/domain/ids.ts'
import { isEnded, type Order } from '#lib/domain/order.ts'
import { log } from '#lib/log.ts'
import type { RetailerReport } from '#lib/retailers/contract.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { applyReport } from '#lib/workflow/apply-report.ts'

/** As much of an SQS event as is needed here. */
type QueueEvent = {
  Records: { messageId: string; body: string; attributes?: { ApproximateReceiveCount?: string } }[]
}
type QueueAnswer = { batchItemFailures: { itemIdentifier: string }[] }

/** What the queue carries: which webhook, and nothing that names a person. */
export const retailerEventSchema = z.object({ retailerId: z.string(), webhookId: z.string() })
export type RetailerEvent = z.infer<typeof retailerEventSchema>

/** So often a webhook about an order that is not ours, or not sold yet, is tried before it is let go. */
const patience = 3

/**
 * The order that a report is about: only one that was bought from the very retailer that signed the report, and that it
 * knows by this id. Undefined where there is none.
 */
async function orderOf(retailerId: string, report: RetailerReport): Promise<Order | undefined> {
  const stated = idSchema('order').safeParse(report.reference)
  const ids = new Set([...(stated.success ? [stated.data] : []), ...(await findByReference(report.order.id))])
  for (const id of ids) {
    const order = await getOrder(id)
    if (!order) continue
    const isTheirs = order.retailerId === retailerId
    if (isTheirs && (!order.retailerOrder || order.retailerOrder.id === report.order.id)) return order
    log.warn('webhook about an order that is not its signer’s', { orderId: id, retailerId })
  }
  return undefined
}

async function process({ retailerId, webhookId }: RetailerEvent, receipts: number): Promise<void> {
  const payload = await getWebhook(retailerId, webhookId)
  if (payload === undefined) return
  const { adapter } = await adapterOf(retailerId)
  const report = await adapter.readReport?.(payload)
  const order = report && (await orderOf(retailerId, report))
  if (report && order && (order.state === 'confirmed' || order.state === 'cancelled')) {
    await applyReport(order, report)
  } else if (receipts < patience && (!order || !isEnded(order.state))) {
    // The retailer was faster than the rest of the purchase.
    throw new DomainError('not_found')
  } else log.warn('webhook let go', { retailerId, id: webhookId, orderId: order?.id })
  await markProcessed(retailerId, webhookId)
}

/**
 * Takes a batch from the queue of retailers' events and answers with those that failed, so that SQS delivers only
 * them again.
 */
export async function handler({ Records }: QueueEvent): Promise<QueueAnswer> {
  const batchItemFailures: QueueAnswer['batchItemFailures'] = []
  for (const { messageId, body, attributes } of Records) {
    try {
      const event = retailerEventSchema.parse(JSON.parse(body))
      await process(event, Number(attributes?.ApproximateReceiveCount ?? 1))
    } catch (error) {
      if (isDomainError(error, 'not_found')) log.info('webhook waits for its order', { messageId })
      else log.error('retailer’s event not processed', error, { messageId })
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
