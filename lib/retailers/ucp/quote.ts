import { type Money, money } from '#lib/domain/money.ts'
import type { QuoteLine } from '#lib/domain/quote.ts'
import type { QuoteRequest, RetailerQuote } from '#lib/retailers/contract.ts'
import { readOptions, selectedOption } from './fulfilment.ts'
import { isUnavailable, lineIndex } from './problems.ts'
import type { WireCheckout } from './shapes.ts'
import { entryTotal, readTotals } from './totals.ts'

/** How long a price holds when the retailer does not say: the protocol's default is 6 hours, we promise less. */
const defaultLifetime = 15 * 60_000

/** The lines asked for, as the session would fill them: absent or flagged in the session means missing. */
export function readLines(
  request: Pick<QuoteRequest, 'items' | 'currency'>,
  session: WireCheckout,
): QuoteLine[] {
  const blocked = new Set(
    session.messages
      .filter(message => message.type === 'error' && isUnavailable(message))
      .map(message => lineIndex(message)),
  )
  return request.items.map(({ sku, retailerSku, quantity }) => {
    const index = session.line_items.findIndex(line => line.item.id === retailerSku)
    const line = session.line_items[index]
    if (!line || blocked.has(index)) return { sku, requested: quantity, available: 0 }
    const available = Math.max(0, Math.min(quantity, line.quantity))
    const unitPrice: Money | undefined =
      line.item.price === undefined ? undefined : money(line.item.price, request.currency)
    const subtotal = line.totals.find(total => total.type === 'subtotal')?.amount ?? entryTotal(line.totals)
    return { sku, requested: quantity, available, unitPrice, total: money(subtotal, request.currency) }
  })
}

/** Warnings must be shown (types/message_warning.json); those about lines, loyalty and codes show in their own place. */
function noticesOf(session: WireCheckout): string[] {
  return session.messages
    .filter(message => message.type === 'warning' && message.content !== '')
    .filter(message => !isUnavailable(message) && !/^(eligibility|discount_code)/.test(message.code))
    .map(message => message.content)
}

/** What became of a discount code: codes count in whatever letters they are written (discount.json). */
function readDiscount(session: WireCheckout, code: string, currency: string): RetailerQuote['discount'] {
  const wanted = code.toUpperCase()
  const applied = (session.discounts?.applied ?? []).filter(each => each.code?.toUpperCase() === wanted)
  const saved = applied.reduce((sum, each) => sum + Math.abs(each.amount), 0)
  return { code, accepted: applied.length > 0, saving: money(0 - saved, currency) }
}

/** A session in our terms. Throws `retailer_refused` when its totals do not add up. */
export function readQuote(
  request: QuoteRequest,
  session: WireCheckout,
  loyaltyClaim: string | undefined,
  now = new Date(),
): RetailerQuote {
  const applied = session.discounts?.applied.find(
    discount => loyaltyClaim !== undefined && discount.eligibility === loyaltyClaim,
  )
  return {
    sessionId: session.id,
    lines: readLines(request, session),
    options: readOptions(session, request.currency),
    selectedOptionId: selectedOption(session),
    totals: readTotals(session, request.currency),
    ...(request.loyaltyId && {
      loyalty: {
        accepted: applied !== undefined,
        saving: money(0 - (applied?.amount ?? 0), request.currency),
      },
    }),
    ...(request.discountCode && { discount: readDiscount(session, request.discountCode, request.currency) }),
    notices: noticesOf(session),
    quotedAt: now.toISOString(),
    expiresAt: session.expires_at ?? new Date(now.getTime() + defaultLifetime).toISOString(),
  }
}

/** What a retailer that has none of the articles comes to: every line missing, nothing to pay, no session. */
export function emptyQuote(request: QuoteRequest, now = new Date()): RetailerQuote {
  const zero = money(0, request.currency)
  return {
    sessionId: '',
    lines: request.items.map(({ sku, quantity }) => ({ sku, requested: quantity, available: 0 })),
    options: [],
    totals: { items: zero, discount: zero, fulfilment: zero, tax: zero, fees: zero, total: zero },
    notices: [],
    quotedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + defaultLifetime).toISOString(),
  }
}
