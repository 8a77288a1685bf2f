import type { Destination } from '#lib/domain/address.ts'
import type { Cart, CartChange, CartLine } from '#lib/domain/cart.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import type { HandoffOffer, RetailerSummary } from '#lib/domain/retailer.ts'
import type { Shortage } from '#lib/domain/shortages.ts'

/** What a browser is told of a visitor's cart: its lines, and what it would cost at each retailer. */
export type CartView = {
  cart: Pick<Cart, 'version' | 'lines'>
  outcomes: QuoteOutcome[]
  /** The parts of the cheapest split over several retailers, where there is one to offer. */
  split: Quote[]
  retailers: RetailerSummary[]
  /** Where some of it can be bought on the retailer's own site. */
  handoffs: HandoffOffer[]
  /** The lines that nobody has, each with what the brand would take in its place. */
  shortages: Shortage[]
  /** Changes that could not be made, and why. */
  dropped: { change: CartChange; code: ErrorCode }[]
}

/** Where prices are fetched for, and the loyalty numbers and discount codes to fetch them with, by retailer id. */
export type CartPreferences = {
  destination: Destination
  loyaltyIds: Record<string, string>
  discountCodes: Record<string, string>
}

/** A quote without what only this site and the retailer should know: the session and the loyalty number. */
export function publicQuote({ loyaltyId: _, ...quote }: Quote): Quote {
  return { ...quote, sessionId: '' }
}

/** An outcome with its quote as `publicQuote` leaves it. */
export function publicOutcome(outcome: QuoteOutcome): QuoteOutcome {
  return outcome.status === 'quoted' ? { ...outcome, quote: publicQuote(outcome.quote) } : outcome
}

/** The view with a quote in place of the one it had of the same retailer for the same lines. */
export function withQuote(view: CartView, before: string, quote: Quote): CartView {
  const renewed = (each: Quote) => (each.id === before ? quote : each)
  return {
    ...view,
    outcomes: view.outcomes.map(each =>
      each.status === 'quoted' ? { ...each, quote: renewed(each.quote) } : each,
    ),
    split: view.split.map(renewed),
  }
}

/**
 * The lines as they will be once `pending` is applied, so that the page need not wait. `known` holds lines that were
 * in the cart a moment ago, for a removal that is taken back; an addition of anything else waits for the server.
 */
export function linesAfter(
  lines: readonly CartLine[],
  pending: readonly CartChange[],
  known: readonly CartLine[] = [],
): CartLine[] {
  return pending.reduce<CartLine[]>(
    (current, change) => {
      if (change.kind === 'remove') return current.filter(line => line.sku !== change.sku)
      const quantity = Number(change.quantity)
      const present = current.some(line => line.sku === change.sku)
      if (present) {
        const after = (line: CartLine) => (change.kind === 'add' ? line.quantity + quantity : quantity)
        return current.map(line => (line.sku === change.sku ? { ...line, quantity: after(line) } : line))
      }
      const line = change.kind === 'add' && known.find(each => each.sku === change.sku)
      return line ? current.concat({ ...line, quantity }) : current
    },
    [...lines],
  )
}
