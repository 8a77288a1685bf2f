import { z } from 'zod'
import { errorCodes } from '#lib/domain/errors.ts'
import { orderStates } from '#lib/domain/order.ts'

/** What an operator can do to an order. */
export const operatorActions = ['ask', 'release', 'resolve'] as const
export type OperatorAction = (typeof operatorActions)[number]

/** What an operator did and what came of it: the order's state after, or why nothing changed. */
export const auditEntrySchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  /** The operator's e-mail address. */
  by: z.string(),
  action: z.enum(operatorActions),
  outcome: z.enum([...orderStates, ...errorCodes]),
  /** In the operator's own words. */
  note: z.string().max(500).optional(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** How an operator says that an order ended, and how they know. */
export const resolutionSchema = z.object({
  outcome: z.enum(['confirmed', 'failed', 'cancelled']),
  note: z.string().trim().min(3).max(500),
})
export type Resolution = z.infer<typeof resolutionSchema>
