import { createHash } from 'node:crypto'
import { z } from 'zod'
import { merchantKey } from '#lib/local/sandbox/keys.ts'

const chargeAnswer = z.object({ id: z.string().optional(), status: z.string() })

/** A UUID made from what is charged, so that a charge repeated after a crash is the same charge. */
function chargeKey(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function send(shopId: string, path: string, key: string, body: object) {
  const base = process.env.PROCESSOR_URL ?? 'http://127.0.0.1:3005'
  const response = await fetch(new URL(path, base), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${merchantKey(shopId)}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(8000),
  })
  if (response.status >= 500 || response.status === 429) throw new Error(`processor ${response.status}`)
  return chargeAnswer.parse(await response.json())
}

/**
 * Takes the shopper's money with a token that the platform has had verified. The same session and token are the
 * same charge. `confirm`: the shopper has to confirm first. Throws when the processor does not answer: the charge may
 * have been made.
 */
export async function charge(
  shopId: string,
  sale: { sessionId: string; token: string; amount: number; reference: string; confirmed: boolean },
): Promise<{ id: string } | 'declined' | 'confirm'> {
  const { sessionId, token, amount, reference, confirmed } = sale
  const key = chargeKey(shopId, sessionId, token)
  const answer = await send(shopId, '/charges', key, { token, amount, currency: 'USD', reference, confirmed })
  if (answer.status === 'captured' && answer.id) return { id: answer.id }
  return answer.status === 'confirmation_required' ? 'confirm' : 'declined'
}

/** Gives the money back, all that is left of it or a part; harmless when repeated. */
export async function refund(
  shopId: string,
  chargeId: string,
  part?: { id: string; amount: number },
): Promise<void> {
  const path = `/charges/${encodeURIComponent(chargeId)}/refund`
  const key = chargeKey(chargeId, part?.id ?? 'refund')
  await send(shopId, path, key, part ? { amount: part.amount } : {})
}
