/**
 * Every refusal the product can make, by code. `messages.ts` is the only place that turns a code into words.
 * A new code is added here, given words there, and thrown as a DomainError wherever the rule lives.
 */
export const errorCodes = [
  'invalid_input',
  'not_found',
  'not_signed_in',
  'not_allowed',
  'cart_empty',
  'cart_changed',
  'cart_full',
  'unknown_product',
  'quote_expired',
  'quote_changed',
  'quote_incomplete',
  'destination_changed',
  'total_changed',
  'total_differs',
  'payment_missing',
  'payment_declined',
  'payment_in_review',
  'payment_unreachable',
  'out_of_stock',
  'order_declined',
  'shopper_absent',
  'order_unsettled',
  'retailer_unreachable',
  'retailer_slow',
  'retailer_refused',
  'retailer_disabled',
  'retailer_taken',
  'signature_invalid',
  'cancel_too_late',
  'cancel_unavailable',
  'cancel_unsettled',
  'stale_version',
  'slug_taken',
  'image_unreadable',
  'image_too_small',
  'own_role',
  'too_large',
  'too_many_requests',
  'internal_error',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/**
 * A refusal with a code. `field` names the input at fault, as the form names it (`lines.0.quantity`).
 * `cause` keeps the technical reason for the log; it never reaches a person.
 * The class name equals the code in workflow terms: Step Functions matches `ErrorEquals` on `name`.
 */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly field?: string

  constructor(code: ErrorCode, options: { field?: string; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.name = code
    this.code = code
    this.field = options.field
  }
}

/** True for a DomainError, with or without a given code. */
export function isDomainError(error: unknown, code?: ErrorCode): error is DomainError {
  return error instanceof DomainError && (code === undefined || error.code === code)
}
