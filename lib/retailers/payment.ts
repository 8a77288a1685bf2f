import { z } from 'zod'
import { DomainError } from '#lib/domain/errors.ts'
import type { Payment } from '#lib/domain/order.ts'
import { secret, secretNames } from '#lib/secrets.ts'

type PaymentCall = { payment: Payment /** A UUID. */; key: string; signal: AbortSignal }

const credentials = z.object({ url: z.url(), apiKey: z.string().min(1) })
const verdict = z.object({ status: z.string() })

async function call(path: string, { payment, key, signal }: PaymentCall) {
  const { url, apiKey } = credentials.parse(JSON.parse(await secret(secretNames.processor)))
  try {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({
        token: payment.token,
        amount: payment.amount.amount,
        currency: payment.amount.currency,
        reference: payment.orderId,
      }),
      signal,
      redirect: 'error',
      cache: 'no-store',
    })
    const body: unknown = await response.json()
    return { code: response.status, status: verdict.safeParse(body).data?.status }
  } catch (cause) {
    throw new DomainError('payment_unreachable', { cause })
  }
}

/**
 * Asks the payment processor whether this token may be charged this amount, with credentials from the secret
 * `brandfront/processor` (JSON `{url, apiKey}`). The same key gives the same answer, or the news of a review.
 * Throws `payment_declined`, `payment_in_review` (ask again in a few seconds with the same key) or
 * `payment_unreachable`.
 */
export async function verifyPayment(request: PaymentCall): Promise<'verified'> {
  const { code, status } = await call('/verifications', request)
  if (status === 'verified') return 'verified'
  if (status === 'in_review') throw new DomainError('payment_in_review')
  if (code >= 500 || code === 429) throw new DomainError('payment_unreachable')
  throw new DomainError('payment_declined')
}

/**
 * Makes the token worthless, so that nothing can be charged with it any more; harmless when repeated. Throws
 * `order_unsettled` when a retailer has charged it already: then the retailer did sell, and must be asked.
 * Throws `payment_unreachable` when the processor does not answer.
 */
export async function voidPayment(request: PaymentCall): Promise<void> {
  const { code, status } = await call('/voids', request)
  if (status === 'voided' || code === 404) return
  throw new DomainError(status === 'charged' ? 'order_unsettled' : 'payment_unreachable')
}
