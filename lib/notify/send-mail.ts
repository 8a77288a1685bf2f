import { z } from 'zod'
import { markMailed } from '#lib/data/insight/count-order.ts'
import { claimMail, releaseMail } from '#lib/data/orders.ts'
import { claimRestockWish, deleteRestockWish, releaseRestockWish } from '#lib/data/restock-wishes.ts'
import { log } from '#lib/log.ts'
import { type MailKind, mailKinds, orderMail } from '#lib/notify/mail/order-mails.ts'
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

function kindOf(event: OrderEvent): MailKind | undefined {
  return mailKinds.find(kind => event.type === `order.${kind}`)
}

async function deliverOrder(event: OrderEvent): Promise<void> {
  const kind = kindOf(event)
  if (!kind) return
  const claimed = await claimMail(event.orderId, kind)
  if (!claimed) return
  const { order } = claimed
  try {
    await sendMail(order.contact.email, orderMail(kind, order), `${order.id}.${kind}`)
  } catch (error) {
    await releaseMail(order.id, kind)
    throw error
  }
  await markMailed(claimed, kind)
  log.info('order mail sent', { orderId: order.id, kind })
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
