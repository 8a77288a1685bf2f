import { z } from 'zod'
import { type Card, type CardToken, cardTokenSchema } from '#lib/domain/checkout-form.ts'
import { wordsForCard } from '#lib/domain/messages.ts'

const problemsSchema = z.object({
  problems: z
    .array(z.object({ field: z.enum(['number', 'expiry', 'cvc', 'name']), code: z.string() }))
    .min(1),
})

export type Tokenized =
  | { status: 'token'; token: CardToken }
  /** What is wrong with the card, by field. */
  | { status: 'refused'; fields: Record<string, string> }
  | { status: 'unreachable' }

/**
 * Gives a card to a retailer's payment processor, straight from this browser, and takes back the token that stands
 * for it. The processor's own words are not shown: its codes are translated.
 */
export async function tokenizeCard(url: string, card: Card): Promise<Tokenized> {
  const { number, expiry, cvc, name } = card
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'origin',
      signal: AbortSignal.timeout(15_000),
      body: JSON.stringify({ number, expiry, cvc, name }),
    })
    const body: unknown = await answer.json()
    const token = cardTokenSchema.safeParse(body)
    if (answer.ok && token.success) return { status: 'token', token: token.data }
    const refused = problemsSchema.safeParse(body)
    if (!refused.success) return { status: 'unreachable' }
    const fields = refused.data.problems.map(({ field, code }) => [field, wordsForCard(code)])
    return { status: 'refused', fields: Object.fromEntries(fields) }
  } catch {
    return { status: 'unreachable' }
  }
}
