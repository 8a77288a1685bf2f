import { getCart } from '#lib/data/carts.ts'
import { countHandoff } from '#lib/data/handoffs.ts'
import { listHandoffRetailers } from '#lib/data/retailers.ts'
import { type Cart, itemCount } from '#lib/domain/cart.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { HandoffOffer } from '#lib/domain/retailer.ts'
import { log } from '#lib/log.ts'
import { addressFor, linesTaken, offerHandoff } from '#lib/retailers/handoff/hand-over.ts'

/** The retailers on whose own sites some of the cart can be bought. From the registry in memory: asks no one. */
export async function offerHandoffs({ lines }: Pick<Cart, 'lines'>): Promise<HandoffOffer[]> {
  const retailers = (await listHandoffRetailers()).filter(retailer => retailer.enabled)
  return retailers.flatMap(retailer => offerHandoff(retailer, lines) ?? [])
}

/**
 * Counts the cart as handed to a retailer's own site and says where the shopper goes: an address made from the
 * registry's row and nothing that came with the request. Throws `not_found` where there is no such retailer, or it
 * sells nothing of the cart. That the count could not be kept stops no shopper.
 */
export async function handOff(request: { cartId: string; retailerId: string }): Promise<string> {
  const retailer = (await listHandoffRetailers()).find(each => each.id === request.retailerId)
  if (!retailer?.enabled) throw new DomainError('not_found')
  const { cart } = await getCart(request.cartId)
  const taken = linesTaken(retailer, cart.lines)
  if (taken.length === 0) throw new DomainError('not_found')
  try {
    await countHandoff({ retailerId: retailer.id, cart, items: itemCount(taken) })
  } catch (error) {
    log.error('hand-off not counted', error, { retailerId: retailer.id })
  }
  return addressFor(retailer, cart.lines)
}
