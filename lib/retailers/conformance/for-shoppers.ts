import { carriesCart } from '#lib/domain/handoff-link.ts'
import type { Capabilities, HandoffRetailer, Retailer } from '#lib/domain/retailer.ts'

const holds: Record<Capabilities['reserve'], string> = {
  native: 'Stock is held while they pay.',
  at_place:
    'Stock is taken when the order is placed: it can run out until then, and nothing is charged if it does.',
  none: 'Stock is never promised: the order may come back as out of stock.',
}
const pays: Record<Capabilities['authorize'], string> = {
  separate: 'Their card is checked before the retailer is told to sell.',
  at_place: 'Their card is checked when the order is placed.',
  handoff: 'They pay on the retailer’s own page.',
}
const news: Record<Capabilities['status'], string> = {
  webhook: 'News of the parcel reaches the order page and their mail by itself.',
  poll: 'The order page asks the retailer how the parcel stands.',
  none: 'After the sale only the retailer knows how the parcel stands.',
}

/** What a retailer's capabilities come to for a shopper, a sentence each. */
export function forShoppers(can: Capabilities, { loyalty }: Pick<Retailer, 'loyalty'>): string[] {
  return [
    can.quote && can.place
      ? 'Shoppers see its full price beside the others and buy without leaving this site.'
      : 'Shoppers cannot buy from it on this site.',
    can.lookup
      ? 'Product pages show its price and stock.'
      : 'Product pages show no price of it: it is known only once a cart is compared.',
    holds[can.reserve],
    pays[can.authorize],
    can.loyalty && loyalty
      ? `Members of ${loyalty.name} get their saving.`
      : 'There is no loyalty scheme to take into account.',
    can.discountCodes ? 'Its discount codes are taken here.' : 'Its discount codes are not taken here.',
    can.consent
      ? 'They are asked separately whether the retailer may write to them.'
      : 'The retailer is told nothing about consent.',
    can.cancel ? 'They can cancel here until it ships.' : 'They cancel on the retailer’s own page.',
    news[can.status],
  ]
}

/** The same of a retailer that sells on its own site only. */
export function handoffForShoppers({ link }: HandoffRetailer): string[] {
  return [
    'Shoppers are sent to its own site and pay there. Its price stands beside no other.',
    carriesCart(link)
      ? `Up to ${link.maximumLines} of their articles go with them.`
      : 'They fill the cart there themselves.',
    'The order is the retailer’s alone: it shows nowhere here.',
  ]
}
