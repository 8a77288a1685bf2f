import { z } from 'zod'
import { errorCodes } from '#lib/domain/errors.ts'
import { orderStates } from '#lib/domain/order.ts'

/** What subscribers hear of an order: ids and states, no personal data. They ask the table for the rest. */
export const orderEventSchema = z.object({
  /** The same for each repeat of one event, so that a subscriber can tell a repeat. */
  id: z.string(),
  type: z.string().regex(/^order\.[a-z_]+$/),
  orderId: z.string(),
  retailerId: z.string(),
  state: z.enum(orderStates),
  reason: z.enum(errorCodes).optional(),
})
export type OrderEvent = z.infer<typeof orderEventSchema>
