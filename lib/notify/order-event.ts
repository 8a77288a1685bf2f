import { z } from 'zod'
import { errorCodes } from '#lib/domain/errors.ts'
import { orderStates } from '#lib/domain/order.ts'

/**
 * Which of the topic's messages the mailer's subscription lets through: an SNS filter policy on the attribute `type`.
 * Alarms are for people who watch over the shop, not for shoppers.
 */
export const mailFilter = { type: [{ prefix: 'order.' }, { prefix: 'stock.' }] }

/** What subscribers hear of an order: ids and states, no personal data. They ask the table for the rest. */
export const orderEventSchema = z.object({
  /** The same for each repeat of one event, so that a subscriber can tell a repeat. */
  id: z.string(),
  type: z.string().regex(/^order\.[a-z_]+$/),
  orderId: z.string(),
  retailerId: z.string(),
  state: z.enum(orderStates),
  reason: z.enum(errorCodes).optional(),
  /** What of the order the event is about, such as a shipment's id. */
  about: z.string().max(300).optional(),
})
export type OrderEvent = z.infer<typeof orderEventSchema>
