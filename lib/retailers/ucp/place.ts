import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Call, Placement, RetailerAdapter } from '#lib/retailers/contract.ts'
import type { Answer, Send } from './client.ts'
import { sessionState } from './orders.ts'
import { isDeclined, isOutOfStock, messagesOf, problem } from './problems.ts'
import { completeBody } from './request.ts'
import { checkoutShape, type WireCheckout } from './shapes.ts'
import { readTotals } from './totals.ts'

type Order = Parameters<RetailerAdapter['place']>[0]
const unknown: Placement = { status: 'unknown' }

/** The session as the retailer holds it now, undefined when it has none by this id. */
export async function fetchSession(
  send: Send,
  sessionId: string,
  signal: AbortSignal,
): Promise<WireCheckout | undefined> {
  const answer = await send('GET', `/checkout-sessions/${encodeURIComponent(sessionId)}`, { signal })
  if (answer.status === 404 || answer.status === 410) return undefined
  if (answer.status !== 200) throw problem(answer)
  const session = checkoutShape.safeParse(answer.body)
  if (!session.success) throw new DomainError('retailer_unreachable', { cause: session.error })
  return session.data
}

/**
 * Asks for the session's state, then tells the retailer to sell. The first question makes a repeat safe (design:
 * GET before any repeat of complete) and gives the totals, which are re-added and compared with what the shopper
 * accepted. Answers that leave doubt become `unknown`; throws `total_changed`, `quote_expired` and
 * `retailer_refused` only where the retailer certainly sold nothing.
 */
export async function place(send: Send, order: Order, call: Call): Promise<Placement> {
  try {
    const settled = await ask(send, order, call)
    if (settled) return settled
  } catch (error) {
    return doubtful(error)
  }
  let answer: Answer
  try {
    answer = await send('POST', `/checkout-sessions/${encodeURIComponent(order.sessionId)}/complete`, {
      ...call,
      body: completeBody(order),
    })
  } catch (error) {
    return doubtful(error)
  }
  return read(answer, () => ask(send, order, call))
}

/** `unknown` for an error that says nothing about what the retailer did; rethrows one that does. */
function doubtful(error: unknown): Placement {
  if (isDomainError(error, 'retailer_slow') || isDomainError(error, 'retailer_unreachable')) return unknown
  throw error
}

/** The outcome, if the session already has one. Undefined: still open, at the accepted total. */
async function ask(send: Send, order: Order, call: Call): Promise<Placement | undefined> {
  const session = await fetchSession(send, order.sessionId, call.signal)
  if (!session) throw new DomainError('quote_expired', { cause: new Error('session gone') })
  const state = sessionState(session)
  if (state.status === 'placed' || state.status === 'escalate') return state
  if (state.status === 'in_progress') return unknown
  if (state.status !== 'open')
    throw new DomainError('quote_expired', { cause: new Error('session cancelled') })
  const { total } = readTotals(session, order.total.currency)
  if (total.amount !== order.total.amount) throw new DomainError('total_changed')
  return undefined
}

async function read(answer: Answer, askAgain: () => Promise<Placement | undefined>): Promise<Placement> {
  if (answer.status >= 500 || [408, 424, 429].includes(answer.status)) return unknown
  const session = checkoutShape.safeParse(answer.body)
  if (answer.status < 300 && session.success) {
    const state = sessionState(session.data)
    if (state.status === 'placed' || state.status === 'escalate') return state
    if (state.status === 'in_progress') return unknown
  }
  const errors = messagesOf(answer.body).filter(message => message.type === 'error')
  if (answer.status === 402 || errors.some(isDeclined)) return { status: 'declined' }
  if (errors.some(isOutOfStock)) return { status: 'out_of_stock' }
  if (answer.status === 409) {
    try {
      return (await askAgain()) ?? unknown
    } catch (error) {
      return doubtful(error)
    }
  }
  if (answer.status >= 400 && answer.status !== 404) throw problem(answer)
  if (answer.status === 404) throw new DomainError('quote_expired', { cause: new Error('session gone') })
  // A success that neither sold nor says why: only the retailer can tell.
  return errors.length > 0 && session.success ? refuse(answer) : unknown
}

function refuse(answer: Answer): never {
  throw new DomainError('retailer_refused', { cause: problem(answer) })
}
