import { z } from 'zod'
import { type Card, type CardToken, cardTokenSchema } from '#lib/domain/checkout-form.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Money } from '#lib/domain/money.ts'

const refusalSchema = z.object({ problems: z.array(z.object({ field: z.string() })).min(1) })

/**
 * Gives a card to the retailer's payment processor, straight from this browser, and takes back the token that stands
 * for it; good for `amount` alone. Throws `payment_declined` with the card's field at fault, or
 * `payment_unreachable`.
 */
export async function tokenizeCard(url: string, card: Card, amount: Money): Promise<CardToken> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    referrerPolicy: 'origin',
    signal: AbortSignal.timeout(15_000),
    body: JSON.stringify({
      number: card.number,
      expiry: card.expiry,
      cvc: card.cvc,
      name: card.name,
      amount,
    }),
  }).catch((cause: unknown) => {
    throw new DomainError('payment_unreachable', { cause })
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.status >= 400 && answer.status < 500) {
    const refusal = refusalSchema.safeParse(body)
    throw new DomainError('payment_declined', { field: refusal.data?.problems[0]?.field ?? 'number' })
  }
  const token = cardTokenSchema.safeParse(body)
  if (!answer.ok || !token.success) throw new DomainError('payment_unreachable')
  return token.data
}
