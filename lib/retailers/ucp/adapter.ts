import { DomainError } from '#lib/domain/errors.ts'
import type { UcpRetailer } from '#lib/domain/retailer.ts'
import type { Call, QuoteRequest, RetailerAdapter, RetailerQuote } from '#lib/retailers/contract.ts'
import { derivedKey, ucpClient } from './client.ts'
import { defaultOption } from './fulfilment.ts'
import { lookUp } from './lookup.ts'
import { cancelOrder, fetchOrder, readReport } from './order-calls.ts'
import { sessionState } from './orders.ts'
import { fetchSession, place } from './place.ts'
import { isAboutTheRequest, isUnavailable, lineIndex, messagesOf, problem, read } from './problems.ts'
import { profileOf } from './profile/profile-of.ts'
import { emptyQuote, readLines, readQuote } from './quote.ts'
import { type Draft, sessionBody } from './request.ts'
import { checkoutShape, holdShape, type WireCheckout } from './shapes.ts'
import { readTotals } from './totals.ts'

const path = (sessionId: string, rest = '') => `/checkout-sessions/${encodeURIComponent(sessionId)}${rest}`

/**
 * The contract over the Universal Commerce Protocol, REST, version 2026-04-08, as its platform, with what the
 * retailer's profile offers now. Throws what `profileOf` throws.
 */
export async function ucpAdapter(retailer: UcpRetailer): Promise<RetailerAdapter> {
  const { endpoint, capabilities, payment, sends } = await profileOf(retailer)
  const send = ucpClient(retailer, endpoint)
  const claim = retailer.loyalty?.claim

  const loyalty = (memberId: string | undefined) => (claim && memberId ? { claim, memberId } : undefined)
  const draftOf = (request: QuoteRequest): Draft => ({
    ...request,
    sends,
    loyalty: loyalty(request.loyaltyId),
  })

  async function session(sessionId: string, signal: AbortSignal): Promise<WireCheckout> {
    const found = await fetchSession(send, sessionId, signal)
    if (!found) throw new DomainError('quote_expired', { cause: new Error('session gone') })
    return found
  }

  async function update(known: WireCheckout, draft: Draft, call: Call): Promise<WireCheckout> {
    const body = sessionBody(draft, known)
    // A repeat after the session has changed is another request, which servers refuse under the first one's key.
    const key = derivedKey(call.key, JSON.stringify(body))
    const answer = await send('PUT', path(known.id), { ...call, key, body })
    if (answer.status === 404 || answer.status === 410) throw new DomainError('quote_expired')
    return read(checkoutShape, answer)
  }

  /** The lines that the catalogue lacks, for a retailer that refuses a basket without saying for which line. */
  async function missingInCatalogue(items: QuoteRequest['items'], signal: AbortSignal): Promise<number[]> {
    if (!capabilities.lookup) return []
    const asked = items.map(({ sku, retailerSku }) => ({ sku, retailerSku, slug: 'article' }))
    const offers = await lookUp(send, retailer.id, asked, signal)
    const has = (sku: string) =>
      offers.some(offer => offer.sku === sku && offer.availability !== 'out_of_stock')
    return items.flatMap((item, index) => (has(item.sku) ? [] : [index]))
  }

  /** Some retailers refuse a basket outright for one line they lack: those are left out and the rest asked again. */
  async function create(request: QuoteRequest, call: Call): Promise<WireCheckout | undefined> {
    const answer = await send('POST', '/checkout-sessions', { ...call, body: sessionBody(draftOf(request)) })
    if (!isAboutTheRequest(answer)) return read(checkoutShape, answer)
    const told = messagesOf(answer.body).filter(isUnavailable)
    const named = told.map(lineIndex).filter(index => index !== undefined)
    const lacking = named.length > 0 ? named : await missingInCatalogue(request.items, call.signal)
    if (told.length === 0 && lacking.length === 0) throw problem(answer)
    const items = request.items.filter((_, index) => !lacking.includes(index))
    if (items.length === 0 || items.length === request.items.length) return undefined
    return create({ ...request, items }, { ...call, key: derivedKey(call.key, `without ${lacking.join()}`) })
  }

  async function quote(request: QuoteRequest, call: Call): Promise<RetailerQuote> {
    const created = await create(request, call)
    if (!created) return emptyQuote(request)
    const first = readQuote(request, created, claim)
    const optionId = defaultOption(first.options)
    if (first.selectedOptionId || !optionId) return first
    const chosen = { ...draftOf(request), items: available(request, created), optionId }
    const updated = await update(created, chosen, call)
    return readQuote(request, updated, claim)
  }

  return {
    capabilities,
    payment,

    lookup: (items, { signal }) => lookUp(send, retailer.id, items, signal),

    quote,

    async selectOption(request, call) {
      const known = await session(request.sessionId, call.signal)
      const draft = { ...draftOf(request), items: available(request, known), optionId: request.optionId }
      return readQuote(request, await update(known, draft, call), claim)
    },

    async prepare(purchase, call) {
      const known = await session(purchase.sessionId, call.signal)
      const state = sessionState(known)
      // A replayed task may find its own order already placed; place() then says so.
      if (state.status === 'placed' || state.status === 'in_progress') return
      if (state.status === 'cancelled') throw new DomainError('quote_expired')
      const { currency } = purchase.total
      const draft = {
        ...purchase,
        sends,
        currency,
        destination: purchase.address,
        loyalty: loyalty(purchase.loyaltyId),
      }
      const updated = await update(known, draft, call)
      const short = readLines({ items: purchase.items, currency }, updated).some(
        line => line.available < line.requested,
      )
      if (short) throw new DomainError('out_of_stock')
      const { total } = readTotals(updated, currency)
      if (total.amount !== purchase.total.amount) throw new DomainError('total_changed')
    },

    async reserve(sessionId, call) {
      const answer = await send('POST', path(sessionId, '/holds'), { ...call, body: {} })
      if (answer.status === 404) throw new DomainError('quote_expired')
      const hold = read(holdShape, answer)
      return { holdId: hold.hold_id, expiresAt: hold.expires_at }
    },

    async release(sessionId, holdId, call) {
      const answer = await send('DELETE', path(sessionId, `/holds/${encodeURIComponent(holdId)}`), call)
      if (answer.status >= 300 && answer.status !== 404 && answer.status !== 410) throw problem(answer)
    },

    place: (order, call) => place(send, order, call),

    async getSession(sessionId, { signal }) {
      const found = await fetchSession(send, sessionId, signal)
      return found ? sessionState(found) : { status: 'gone' }
    },

    async getOrder(retailerOrderId, { signal }) {
      return fetchOrder(send, retailerOrderId, signal)
    },

    readReport: async payload => readReport(payload),

    cancelOrder: (retailerOrderId, call) => cancelOrder(send, retailerOrderId, call),

    async cancelSession(sessionId, call) {
      const answer = await send('POST', path(sessionId, '/cancel'), { ...call, body: {} })
      if (answer.status < 300 || answer.status === 404 || answer.status === 410) return
      if (answer.status !== 409) throw problem(answer)
      const found = await fetchSession(send, sessionId, call.signal)
      if (found && sessionState(found).status !== 'cancelled') throw problem(answer)
    },
  }
}

/** The part of the request that the session holds, at most at the quantities it holds. */
function available(request: QuoteRequest, known: WireCheckout): QuoteRequest['items'] {
  const lines = readLines(request, known)
  return request.items.flatMap((item, index) => {
    const quantity = lines[index]?.available ?? 0
    return quantity > 0 ? [{ ...item, quantity }] : []
  })
}
