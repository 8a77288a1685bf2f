import { createHash } from 'node:crypto'
import { type HttpAnswer, Refusal } from './http.ts'
import { commit, creation, get, type Write } from './store.ts'

type Kept = { hash: string; status: number; body: string }

/** What a write comes to: its answer, and what must be written for it to be true. */
export type Effect = { answer: HttpAnswer; writes: Write[] }

const keptSeconds = 24 * 3600

/** A request's fingerprint, to tell a repeat from another request under the same key. */
export function fingerprint(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** The answer kept under an idempotency key. Refuses with 409 when it belongs to another request. */
export async function kept(business: string, key: string, hash: string): Promise<HttpAnswer | undefined> {
  const found = await get<Kept>(`${business}#key`, key)
  if (!found) return undefined
  if (found.hash !== hash) {
    throw new Refusal({ status: 409, body: { error: 'this idempotency key was used for another request' } })
  }
  return { status: found.status, body: JSON.parse(found.body) }
}

/** The write that keeps an answer under its key, in the same transaction as its effect. */
export function keeping(business: string, key: string, hash: string, answer: HttpAnswer): Write {
  const { status } = answer
  const expires = Math.floor(Date.now() / 1000) + keptSeconds
  return creation(`${business}#key`, key, { hash, status, body: JSON.stringify(answer.body), expires })
}

/**
 * Runs a write at most once per key: the first answer that had an effect is kept with it and given again.
 * `decide` reads and decides; it runs again when what it read has changed by the time it is written.
 */
export async function once(
  business: string,
  key: string,
  hash: string,
  decide: () => Promise<Effect>,
): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt++) {
    const earlier = await kept(business, key, hash)
    if (earlier) return earlier
    const { answer, writes } = await decide()
    if (writes.length === 0) return answer
    const failed = await commit([...writes, keeping(business, key, hash, answer)])
    if (failed === undefined) return answer
    if (attempt === 20) throw new Refusal({ status: 503, body: { error: 'too busy' } })
    await new Promise(resolve => setTimeout(resolve, Math.random() * 10 * attempt))
  }
}
