import { getCart, saveCart } from '#lib/data/carts.ts'
import { getRetailer } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Quote } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { quotedLines } from '#lib/domain/split/part-lines.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { log } from '#lib/log.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { allLines, failureOf, quoteRequest, within } from '#lib/services/quote-cart.ts'

/**
 * Chooses another delivery option of a quote and keeps the retailer's new total. The quote gets a new id, since what
 * was accepted under the old one had another price. Throws `cart_changed` when the quote is not for the cart as it
 * is, `quote_expired`, `invalid_input` (field `optionId`), `retailer_disabled`, or why the retailer did not answer.
 */
export async function selectFulfilment(choice: {
  cartId: string
  quoteId: string
  optionId: string
}): Promise<Quote> {
  const { cart, outcomes, split, shortages, asked, basket } = await getCart(choice.cartId)
  const known = [
    ...outcomes.flatMap(outcome => (outcome.status === 'quoted' ? [outcome.quote] : [])),
    ...split,
  ]
  const quote = known.find(each => each.id === choice.quoteId)
  if (!quote || !asked) throw new DomainError('cart_changed')
  if (Date.parse(quote.expiresAt) <= Date.now()) throw new DomainError('quote_expired')
  if (quote.selectedOptionId === choice.optionId) return quote
  if (!quote.options.some(option => option.id === choice.optionId)) {
    throw new DomainError('invalid_input', { field: 'optionId' })
  }
  const retailer = await getRetailer(quote.retailerId)
  if (!retailer?.enabled) throw new DomainError('retailer_disabled')
  const part = { ...cart, lines: quotedLines(cart.lines, quote) }
  const request = quoteRequest(retailer, part, { ...quote, discountCode: quote.discount?.code })
  const id = newId('quote')
  const answer = await askRetailer(retailer, id, {
    ...request,
    sessionId: quote.sessionId,
    optionId: choice.optionId,
  })
  const updated: Quote = { ...quote, ...answer, id, lines: allLines(part, answer.lines) }
  const renewed = (each: Quote) => (each.id === quote.id ? updated : each)
  await saveCart(cart, cart.version, {
    asked,
    outcomes: outcomes.map(each =>
      each.status === 'quoted' ? { ...each, quote: renewed(each.quote) } : each,
    ),
    split: split.map(renewed),
    shortages,
    basket,
  })
  return updated
}

type SelectRequest = Parameters<RetailerAdapter['selectOption']>[0]

async function askRetailer(retailer: Retailer, quoteId: string, request: SelectRequest) {
  const signal = AbortSignal.timeout(retailer.quoteDeadline * 1000)
  const call = { key: uuidFrom(quoteId), signal }
  try {
    const select = async () => (await adapterFor(retailer)).selectOption(request, call)
    return await within(signal, select())
  } catch (cause) {
    if (cause instanceof DomainError && cause.code === 'quote_expired') throw cause
    const reason = failureOf(cause, signal)
    log.warn('retailer did not take the delivery option', { retailerId: retailer.id, reason })
    throw new DomainError(reason, { cause })
  }
}
