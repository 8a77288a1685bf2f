import { DomainError, type ErrorCode } from '#lib/domain/errors.ts'
import type { Answer } from './client.ts'
import { envelopeShape, problemShape, type WireMessage } from './shapes.ts'

/** Codes that say a line cannot be supplied, whatever word the retailer prefers. */
const unavailable = new Set([
  'out_of_stock',
  'item_unavailable',
  'insufficient_stock',
  'quantity_adjusted',
  'not_found',
])
const declined = new Set(['payment_failed', 'payment_declined', 'card_declined'])
const expired = new Set(['session_expired', 'checkout_expired'])

export const isUnavailable = (message: WireMessage) => unavailable.has(message.code)
export const isDeclined = (message: WireMessage) => declined.has(message.code)
export const isExpired = (message: WireMessage) => expired.has(message.code)
export const isOutOfStock = (message: WireMessage) =>
  message.code !== 'not_found' && unavailable.has(message.code)

/** The messages of any body, none when it has no shape we know. */
export function messagesOf(body: unknown): WireMessage[] {
  const parsed = problemShape.safeParse(body)
  return parsed.success ? parsed.data.messages : []
}

/** Index of the line a message is about (`$.line_items[2]`), undefined when it is about something else. */
export function lineIndex(message: WireMessage): number | undefined {
  const found = /^\$\.line_items\[(\d+)\]/.exec(message.path)
  return found ? Number(found[1]) : undefined
}

/** True for a success whose envelope says that it is none: business outcomes come with HTTP 200 (types/error_response.json). */
const saysError = (body: unknown) => envelopeShape.safeParse(body).data?.ucp.status === 'error'

const requestStatuses = [400, 404, 409, 410, 422]

/** True where the retailer will not do what was asked, for reasons of what was asked. */
export function isAboutTheRequest({ status, body }: Answer): boolean {
  return requestStatuses.includes(status) || (status < 300 && saysError(body))
}

/** The DomainError for an answer that is not a success. 424, 429 and 5xx may pass; other 4xx will not. */
export function problem(answer: Answer): DomainError {
  const messages = messagesOf(answer.body)
  const cause = new Error(
    `answered ${answer.status} ${messages.map(message => message.code).join(' ')}`.trim(),
  )
  return new DomainError(codeFor(answer.status, messages), { cause })
}

/** An answer's body in its shape. Throws `problem` for one that is no success, `retailer_unreachable` for a broken one. */
export function read<T>(shape: { parse: (input: unknown) => T }, answer: Answer): T {
  if (answer.status < 200 || answer.status > 299 || saysError(answer.body)) throw problem(answer)
  try {
    return shape.parse(answer.body)
  } catch (cause) {
    throw new DomainError('retailer_unreachable', { cause })
  }
}

function codeFor(status: number, messages: WireMessage[]): ErrorCode {
  // 424: it could not read our profile just now.
  if (status >= 500 || status === 429 || status === 424) return 'retailer_unreachable'
  if (messages.some(isExpired)) return 'quote_expired'
  if (messages.some(isOutOfStock)) return 'out_of_stock'
  return 'retailer_refused'
}
