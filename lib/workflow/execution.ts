import { z } from 'zod'
import { type DomainError, type ErrorCode, errorCodes, isDomainError } from '#lib/domain/errors.ts'
import { idSchema } from '#lib/domain/ids.ts'
import type { Step } from '#lib/domain/order.ts'

/**
 * What an execution carries from state to state: ids and states only, never personal data or a token.
 * Each finished step leaves its result under its own name; `failure` is the error that turned the purchase back.
 */
export const executionSchema = z.object({
  orderId: idSchema('order'),
  initialized: z
    .object({
      retailerId: z.string(),
      sessionId: z.string(),
      holdId: z.string(),
      /** ISO 8601: when the hold lapses by itself. */
      holdExpiresAt: z.string(),
    })
    .partial()
    .optional(),
  verified: z.object({}).optional(),
  added: z.object({}).optional(),
  placed: z
    .object({
      retailerId: z.string(),
      retailerOrderId: z.string(),
      number: z.string(),
      status: z.string(),
      /** ISO 8601. */
      asOf: z.string(),
    })
    .optional(),
  failure: z.object({ Error: z.string() }).optional(),
  undoFailure: z.object({ Error: z.string() }).optional(),
  outcome: z
    .object({
      /** `as_recorded`: the order had ended before; say again how. */
      state: z.enum(['confirmed', 'failed', 'needs_attention', 'as_recorded']),
      /** Set where the reason is not the failure's own name. */
      reason: z.enum(errorCodes).optional(),
      /** False where the retailer has the order but CaptureOrder could not fetch it. */
      captured: z.boolean().optional(),
    })
    .optional(),
})
export type Execution = z.infer<typeof executionSchema>

/** Input of the states that only need to know which order. */
export const orderInputSchema = executionSchema.pick({ orderId: true })

/** Input of AddCustomer: which order, and the stock hold to keep with it. */
export const addInputSchema = executionSchema.pick({ orderId: true, initialized: true })

/** Input of CaptureOrder: which order, and what PlaceOrder returned. */
export const captureInputSchema = executionSchema.pick({ orderId: true, placed: true }).required()

/**
 * Refusals: the other side said no and did nothing, so they are never retried. Any other error may have had its
 * effect.
 */
export const refusals = [
  'not_found',
  'total_changed',
  'quote_expired',
  'quote_changed',
  'quote_incomplete',
  'out_of_stock',
  'payment_missing',
  'payment_declined',
  'order_declined',
  'shopper_absent',
  'retailer_refused',
  'retailer_disabled',
] as const satisfies ErrorCode[]

/** True for an error that says the other side did nothing. */
export function isRefusal(error: unknown): error is DomainError {
  return isDomainError(error) && refusals.some(code => code === error.code)
}

/** The reason to record for a thrown name: our own code, or `internal_error` for anything from the machinery. */
export function reasonOf(error: string | undefined): ErrorCode {
  return errorCodes.find(code => code === error) ?? 'internal_error'
}

/** The step at which the purchase turned back: the first without a result. */
export function failedStep(execution: Execution): Step {
  if (!execution.initialized) return 'initialize-order'
  if (!execution.verified) return 'verify-payment'
  if (!execution.added) return 'add-customer'
  return execution.placed ? 'capture-order' : 'place-order'
}

/** True for a purchase that was refused at its very start: nothing was done, so nothing is undone. */
export function isRefusedAtStart({ initialized, failure }: Execution): boolean {
  return !initialized && refusals.some(code => code === failure?.Error)
}
