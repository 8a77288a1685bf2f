import type { Asked } from '#lib/data/carts.ts'
import type { Destination } from '#lib/domain/address.ts'
import { market } from '#lib/domain/address.ts'
import type { Cart } from '#lib/domain/cart.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import { money } from '#lib/domain/money.ts'
import type { QuoteLine, QuoteOutcome } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { log } from '#lib/log.ts'
import type { Call, QuoteRequest, RetailerItem, RetailerQuote } from '#lib/retailers/contract.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { throughBreaker } from '#lib/services/retailer-breaker.ts'

/** The cart's lines as one retailer numbers them; those it does not sell are left out. */
export function itemsFor(retailer: Retailer, cart: Cart): RetailerItem[] {
  return cart.lines.flatMap(({ sku, quantity, retailerSkus }) => {
    const retailerSku = retailerSkus[retailer.id]
    return retailerSku ? [{ sku, retailerSku, quantity }] : []
  })
}

/** What the retailer is asked: its articles, the place, a discount code, and the loyalty id where the retailer has a scheme. */
export function quoteRequest(
  retailer: Retailer,
  cart: Cart,
  asked: { destination: Destination; loyaltyId?: string; discountCode?: string },
): QuoteRequest {
  const loyaltyId = retailer.loyalty ? asked.loyaltyId : undefined
  return {
    items: itemsFor(retailer, cart),
    destination: asked.destination,
    currency: market.currency,
    loyaltyId,
    discountCode: asked.discountCode,
  }
}

/** The retailer's lines with those it was not asked about put back as missing, in the cart's order. */
export function allLines(cart: Cart, lines: readonly QuoteLine[]): QuoteLine[] {
  return cart.lines.map(
    ({ sku, quantity }) => lines.find(line => line.sku === sku) ?? { sku, requested: quantity, available: 0 },
  )
}

const nothingLifetime = 15 * 60_000

function sellsNothing(): RetailerQuote {
  const zero = money(0, market.currency)
  const now = Date.now()
  return {
    sessionId: '',
    lines: [],
    options: [],
    totals: { items: zero, discount: zero, fulfilment: zero, tax: zero, fees: zero, total: zero },
    notices: [],
    quotedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + nothingLifetime).toISOString(),
  }
}

const failures = ['retailer_slow', 'retailer_unreachable', 'retailer_refused'] as const

/** Why a retailer has no answer, as the comparison shows it. */
export function failureOf(error: unknown, signal: AbortSignal): (typeof failures)[number] {
  if (signal.aborted) return 'retailer_slow'
  return failures.find(code => isDomainError(error, code)) ?? 'retailer_refused'
}

/** Settles with the work, or as soon as the signal fires even if the work does not heed it. */
export function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([work, late])
}

async function askQuote(retailer: Retailer, request: QuoteRequest, call: Call): Promise<RetailerQuote> {
  return (await adapterFor(retailer)).quote(request, call)
}

/** Asks one retailer what a cart costs there, within its deadline. Never throws: no answer is an outcome too. */
export async function askForQuote(retailer: Retailer, cart: Cart, asked: Asked): Promise<QuoteOutcome> {
  const retailerId = retailer.id
  const id = newId('quote')
  const request = quoteRequest(retailer, cart, {
    destination: asked.destination,
    loyaltyId: asked.loyaltyIds[retailerId],
    discountCode: asked.discountCodes?.[retailerId],
  })
  const signal = AbortSignal.timeout(retailer.quoteDeadline * 1000)
  try {
    const answer =
      request.items.length === 0
        ? sellsNothing()
        : await throughBreaker(retailerId, () =>
            within(signal, askQuote(retailer, request, { key: uuidFrom(id), signal })),
          )
    const quote = {
      ...answer,
      id,
      cartId: cart.id,
      cartVersion: cart.version,
      retailerId,
      destination: asked.destination,
      loyaltyId: request.loyaltyId,
      lines: allLines(cart, answer.lines),
    }
    return { status: 'quoted', retailerId, quote }
  } catch (error) {
    const reason = failureOf(error, signal)
    log.warn('retailer gave no quote', { retailerId, reason })
    return { status: 'unavailable', retailerId, reason }
  }
}

/**
 * What a cart costs at each enabled retailer, in the registry's order. All are asked at once, each with its own
 * deadline; one that is slow, broken or refuses is reported as such and holds nobody up longer than its deadline, one
 * that keeps failing not at all.
 */
export function quoteCart(retailers: readonly Retailer[], cart: Cart, asked: Asked): Promise<QuoteOutcome[]> {
  return Promise.all(
    retailers.filter(retailer => retailer.enabled).map(retailer => askForQuote(retailer, cart, asked)),
  )
}
