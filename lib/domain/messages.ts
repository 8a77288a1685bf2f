import { type ErrorCode, isDomainError } from '#lib/domain/errors.ts'

const words: Record<ErrorCode, string> = {
  invalid_input: 'Please check what you entered.',
  not_found: 'We could not find that.',
  not_signed_in: 'Please sign in first.',
  not_allowed: 'Your account cannot do that.',
  cart_empty: 'Your cart is empty.',
  cart_changed: 'Your cart changed after these prices were fetched. Here are fresh ones.',
  cart_full: 'A cart holds up to 50 different products.',
  unknown_product: 'We do not sell that product.',
  quote_expired: 'These prices have run out. Here are fresh ones.',
  quote_changed: 'The retailer changed its price. Nothing was ordered.',
  quote_incomplete: 'This retailer cannot supply your whole cart.',
  destination_changed: 'The delivery address is outside the area these prices are for.',
  total_changed: 'The retailer changed its total, so we stopped before it sold anything.',
  total_differs: 'The retailer’s total differs from the one you accepted. We are taking it up with them.',
  payment_missing: 'The payment details have run out. Please enter your card again.',
  payment_declined: 'Your card was declined. Nothing was charged.',
  payment_in_review: 'Your bank is still checking this payment.',
  payment_unreachable: 'We could not reach the payment service. Nothing was charged.',
  out_of_stock: 'The retailer has just run out of something in your cart. Nothing was charged.',
  order_declined: 'The retailer did not accept the order. Nothing was charged.',
  shopper_absent:
    'The retailer needed one more step from you on its own page, and it was not taken in time. Nothing was charged.',
  order_unsettled: 'We are checking with the retailer whether it has your order.',
  retailer_unreachable: 'This retailer is not answering.',
  retailer_slow: 'This retailer took too long to answer.',
  retailer_refused: 'This retailer refused the request.',
  retailer_disabled: 'This retailer is not available now.',
  retailer_taken: 'The registry has a retailer of this id already.',
  signature_invalid: 'We could not make sure who sent this.',
  cancel_too_late: 'The retailer has already sent this order, so it can no longer be cancelled.',
  cancel_unavailable: 'This retailer takes cancellations on its own site only.',
  cancel_unsettled: 'We are checking with the retailer whether it cancelled your order.',
  stale_version: 'Someone else changed this while you were editing.',
  slug_taken: 'Another listing has this address already.',
  image_unreadable: 'This is not a picture we can read. Use a JPEG, PNG, WebP or AVIF file.',
  image_too_small: 'This picture is too small: at least 400 by 400 points are needed.',
  own_role: 'You cannot change your own role. Ask another admin.',
  too_large: 'That is too long.',
  too_many_requests: 'Too many tries. Please wait a minute.',
  internal_error: 'Something went wrong on our side.',
}

/** The words a person reads for an error. Anything that is not a DomainError gets one calm, general sentence. */
export function messageFor(error: unknown): string {
  if (typeof error === 'string' && error in words) return words[error as ErrorCode]
  return isDomainError(error) ? words[error.code] : 'Something went wrong on our side. Please try again.'
}

/** The words for what a schema refuses where the schema itself has none: handed to zod as its `error`. */
export function wordsForIssue(issue: { code?: string; input?: unknown; origin?: string }): string {
  if (issue.input === undefined || issue.input === null || issue.input === '') return 'Please fill this in.'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'That is too long.' : 'That is too much.'
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'That is too short.' : 'That is too little.'
  if (issue.code === 'invalid_value') return 'Please choose one of the options.'
  return 'Please check this.'
}

const cardWords: Record<string, string> = {
  invalid_number: 'Check the card number: a digit seems wrong.',
  test_cards_only: 'This demo takes its test cards only. Never type a real card here.',
  invalid_expiry: 'Enter the expiry date as MM/YY.',
  expired_card: 'This card has expired.',
  invalid_cvc: 'Enter the 3 or 4 digits of the security code.',
}

/** The words for what a payment processor refuses about a card, by the processor's code for it. */
export function wordsForCard(code: string): string {
  return cardWords[code] ?? 'The payment service did not take this. Check it, or use another card.'
}
