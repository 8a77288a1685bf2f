import { z } from 'zod'
import { markMailed } from '#lib/data/insight/count-order.ts'
import { claimMail, releaseMail } from '#lib/data/orders.ts'
import { claimRestockWish, deleteRestockWish, releaseRestockWish } from '#lib/data/restock-wishes.ts'
import type { Order } from '#lib/domain/order.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { log } from '#lib/log.ts'
import { afterSaleKinds, afterSaleMail } from '#lib/notify/mail/after-sale-mails.ts'
import { mailKinds, orderMail } from '#lib/notify/mail/order-mails.ts'
import { restockMail } from '#lib/notify/mail/restock-mail.ts'
import { sendMail } from '#lib/notify/mail/transport.ts'
import { type OrderEvent, orderEventSchema } from '#lib/notify/order-event.ts'
import { type RestockEvent, restockEventSchema } from '#lib/notify/restock-event.ts'

/** As much of an SQS event as is needed here. */
type QueueEvent = { Records: { messageId: string; body: string }[] }
type QueueAnswer = { batchItemFailures: { itemIdentifier: string }[] }

const eventSchema = z.union([orderEventSchema, restockEventSchema])
const envelopeSchema = z.object({ Type: z.literal('Notification'), Message: z.string() })

/** The event in a queue message, with or without SNS's envelope. Throws on anything else. */
function eventIn(body: string): OrderEvent | RestockEvent {
  const parsed: unknown = JSON.parse(body)
  const envelope = envelopeSchema.safeParse(parsed)
  return eventSchema.parse(envelope.success ? JSON.parse(envelope.data.Message) : parsed)
}

/** Which mail an event calls for, how it is claimed, and of what it tells. */
function wanted({ type, state, about }: OrderEvent) {
  const end = mailKinds.find(kind => type === `order.${kind}`)
  if (end) return { claim: end, state, write: (order: Order) => orderMail(end, order) }
  const kind = afterSaleKinds.find(each => type === `order.${each}`)
  if (!kind || !about) return undefined
  return {
    claim: `${kind}.${uuidFrom(about)}`,
    state,
    write: (order: Order) => afterSaleMail(kind, order, about),
  }
}

async function deliverOrder(event: OrderEvent): Promise<void> {
  const mail = wanted(event)
  if (!mail) return
  const { claim, state } = mail
  const claimed = await claimMail(event.orderId, claim, state)
  if (!claimed) return
  const { order } = claimed
  try {
    const written = mail.write(order)
    if (!written) return await releaseMail(order.id, claim)
    await sendMail(order.contact.email, written, `${order.id}.${claim}`)
  } catch (error) {
    await releaseMail(order.id, claim)
    throw error
  }
  await markMailed(claimed, claim)
  log.info('order mail sent', { orderId: order.id, kind: claim })
}

async function deliverRestock({ sku, customerId }: RestockEvent): Promise<void> {
  const wish = await claimRestockWish(sku, customerId)
  if (!wish) return
  try {
    await sendMail(wish.email, restockMail(wish), `${sku}.${customerId}.back`)
  } catch (error) {
    await releaseRestockWish(sku, customerId)
    throw error
  }
  await deleteRestockWish(sku, customerId)
  log.info('restock mail sent', { id: sku })
}

function deliver(event: OrderEvent | RestockEvent): Promise<void> {
  return 'sku' in event ? deliverRestock(event) : deliverOrder(event)
}

/**
 * Takes a batch from the mail queue and answers with the messages that failed, so that SQS delivers only those
 * again. A mail is claimed before it is sent: the same event delivered twice is mailed once. The write that notes the
 * mail counts the order for the figures, so that this too happens once.
 */
export async function handler({ Records }: QueueEvent): Promise<QueueAnswer> {
  const batchItemFailures: QueueAnswer['batchItemFailures'] = []
  for (const { messageId, body } of Records) {
    try {
      await deliver(eventIn(body))
    } catch (error) {
      log.error('mail not sent', error, { messageId })
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
