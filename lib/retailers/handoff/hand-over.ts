import type { CartLine } from '#lib/domain/cart.ts'
import { carriesCart, handoffAddress } from '#lib/domain/handoff-link.ts'
import type { HandoffOffer, HandoffRetailer } from '#lib/domain/retailer.ts'

/** The lines that the retailer has a number for, as many as its link takes. */
export function linesTaken(retailer: HandoffRetailer, lines: readonly CartLine[]): CartLine[] {
  return lines.filter(line => line.retailerSkus[retailer.id]).slice(0, retailer.link.maximumLines)
}

/** What a retailer that sells on its own site can be offered as for a cart; undefined where it sells none of it. */
export function offerHandoff(
  retailer: HandoffRetailer,
  lines: readonly CartLine[],
): HandoffOffer | undefined {
  const skus = linesTaken(retailer, lines).map(line => line.sku)
  if (skus.length === 0) return undefined
  const { id, name, blurb, link } = retailer
  return { id, name, blurb, carriesCart: carriesCart(link), skus }
}

/** Where the shopper goes: the address in the retailer's row, with as much of the cart as it takes. */
export function addressFor(retailer: HandoffRetailer, lines: readonly CartLine[]): string {
  const taken = linesTaken(retailer, lines)
  return handoffAddress(
    retailer.link,
    taken.map(line => ({ article: line.retailerSkus[retailer.id] ?? '', quantity: line.quantity })),
  )
}
