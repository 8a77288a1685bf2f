import { getCart, saveCart } from '#lib/data/carts.ts'
import { getRetailer } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { log } from '#lib/log.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { allLines, failureOf, quoteRequest, within } from '#lib/services/quote-cart.ts'

type Quoted = Extract<QuoteOutcome, { status: 'quoted' }>

/**
 * Chooses another delivery option of a quote and keeps the retailer's new total. The quote gets a new id, since what
 * was accepted under the old one had another price. Throws `cart_changed` when the quote is not for the cart as it
 * is, `quote_expired`, `invalid_input` (field `optionId`), `retailer_disabled`, or why the retailer did not answer.
 */
export async function selectFulfilment(choice: {
  cartId: string
  quoteId: string
  optionId: string
}): Promise<Quoted> {
  const { cart, outcomes, asked } = await getCart(choice.cartId)
  const chosen = outcomes.find(
    (outcome): outcome is Quoted => outcome.status === 'quoted' && outcome.quote.id === choice.quoteId,
  )
  if (!chosen || !asked) throw new DomainError('cart_changed')
  const { quote } = chosen
  if (Date.parse(quote.expiresAt) <= Date.now()) throw new DomainError('quote_expired')
  if (quote.selectedOptionId === choice.optionId) return chosen
  if (!quote.options.some(option => option.id === choice.optionId)) {
    throw new DomainError('invalid_input', { field: 'optionId' })
  }
  const retailer = await getRetailer(quote.retailerId)
  if (!retailer?.enabled) throw new DomainError('retailer_disabled')
  const request = quoteRequest(retailer, cart, quote)
  const id = newId('quote')
  const answer = await askRetailer(retailer, id, {
    ...request,
    sessionId: quote.sessionId,
    optionId: choice.optionId,
  })
  const updated: Quote = { ...quote, ...answer, id, lines: allLines(cart, answer.lines) }
  const outcome: Quoted = { ...chosen, quote: updated }
  await saveCart(cart, cart.version, {
    asked,
    outcomes: outcomes.map(each => (each === chosen ? outcome : each)),
  })
  return outcome
}

type SelectRequest = Parameters<ReturnType<typeof adapterFor>['selectOption']>[0]

async function askRetailer(retailer: Retailer, quoteId: string, request: SelectRequest) {
  const signal = AbortSignal.timeout(retailer.quoteDeadline * 1000)
  const call = { key: uuidFrom(quoteId), signal }
  try {
    return await within(signal, adapterFor(retailer).selectOption(request, call))
  } catch (cause) {
    if (cause instanceof DomainError && cause.code === 'quote_expired') throw cause
    const reason = failureOf(cause, signal)
    log.warn('retailer did not take the delivery option', { retailerId: retailer.id, reason })
    throw new DomainError(reason, { cause })
  }
}
