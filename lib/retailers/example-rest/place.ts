import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Call, Placement, RetailerAdapter } from '#lib/retailers/contract.ts'
import type { Answer, Send } from './client.ts'
import { basketShape, problem, read } from './shapes.ts'
import { checkedTotal, sessionState } from './translate.ts'

/*
 * Telling the retailer to sell: the one call that must never be wrong, so it has a file of its own. Three rules:
 *
 * 1. Ask before telling. The basket may have been sold by an earlier try whose answer got lost.
 * 2. Say `declined` or `out_of_stock`, or throw, only where the retailer certainly sold nothing. Any doubt (a
 *    timeout, a 5xx, half an answer) is `unknown`; the workflow then asks again and never tells the shopper that it
 *    failed while the retailer may be packing the parcel.
 * 3. Do not try again in here. The workflow does, with patience, and under the same key.
 *
 * To adapt: the path, the body, and which statuses and words mean what.
 */

type Purchase = Parameters<RetailerAdapter['place']>[0]
const unknown: Placement = { status: 'unknown' }

/** `unknown` for an error that says nothing about what the retailer did; throws on one that does. */
function doubtful(error: unknown): Placement {
  if (isDomainError(error, 'retailer_slow') || isDomainError(error, 'retailer_unreachable')) return unknown
  throw error
}

/** How the basket already ended, if it has. Undefined: it is open, at the total that the shopper accepted. */
async function ask(send: Send, purchase: Purchase, signal: AbortSignal): Promise<Placement | undefined> {
  const basket = read(
    basketShape,
    await send('GET', `/baskets/${encodeURIComponent(purchase.sessionId)}`, { signal }),
  )
  const state = sessionState(basket)
  if (state.status === 'placed' || state.status === 'escalate') return state
  if (state.status === 'in_progress') return unknown
  if (state.status !== 'open') throw new DomainError('quote_expired', { cause: new Error('basket dropped') })
  const { amount, currency } = purchase.total
  // The last look before the money moves: the shopper pays what was shown or nothing.
  if (checkedTotal(basket, currency) !== amount) throw new DomainError('total_changed')
  return undefined
}

async function outcome(answer: Answer, askAgain: () => Promise<Placement | undefined>): Promise<Placement> {
  if (answer.status === 402) return { status: 'declined' }
  if (answer.error === 'out_of_stock') return { status: 'out_of_stock' }
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return unknown
  // A conflict may mean that an earlier try is still under way, or went through: only the basket can tell.
  if (answer.status === 409 && answer.error !== 'session_expired') return (await askAgain()) ?? unknown
  if (answer.status >= 400) throw problem(answer)
  const basket = basketShape.safeParse(answer.body)
  if (!basket.success) return unknown
  const state = sessionState(basket.data)
  if (state.status === 'placed' || state.status === 'escalate') return state
  return basket.data.declined ? { status: 'declined' } : unknown
}

/** See the contract: never throws on an ambiguous answer. */
export async function place(send: Send, purchase: Purchase, call: Call): Promise<Placement> {
  try {
    const settled = await ask(send, purchase, call.signal)
    if (settled) return settled
    const answer = await send('POST', `/baskets/${encodeURIComponent(purchase.sessionId)}/buy`, {
      ...call,
      // The same input gives the same body, so that a repeat under the same key is the same request.
      body: { card_token: purchase.payment.token, your_number: purchase.reference },
    })
    return await outcome(answer, () => ask(send, purchase, call.signal))
  } catch (error) {
    return doubtful(error)
  }
}
