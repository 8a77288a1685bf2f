'use server'

import { type ActionContext, action } from '#lib/action.ts'
import type { Destination } from '#lib/domain/address.ts'
import { type CartChange, itemCount } from '#lib/domain/cart.ts'
import { openCartSchema, selectFulfilmentSchema, sendChangesSchema } from '#lib/domain/cart-request.ts'
import { type CartView, publicOutcome, publicQuote } from '#lib/domain/cart-view.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { offerHandoffs } from '#lib/services/hand-off.ts'
import { listRetailers } from '#lib/services/list-retailers.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { selectFulfilment } from '#lib/services/select-fulfilment.ts'

/** The visitor's cart. Somebody who has nothing to put in it gets none, and no cookie either. */
async function cartIdFor(changes: readonly CartChange[], { visitor, ensureVisitor }: ActionContext) {
  return visitor || changes.length > 0 ? (visitor ?? (await ensureVisitor())).cartId : undefined
}

/** Applies changes and says what the cart then costs at each retailer: all that the cart page needs, in one call. */
export const open = action({
  schema: openCartSchema,
  run: async (
    { changes, destination, loyaltyIds, discountCodes, quote, seen },
    context,
  ): Promise<CartView> => {
    const cartId = await cartIdFor(changes, context)
    if (!cartId)
      return {
        cart: { version: 0, lines: [] },
        outcomes: [],
        split: [],
        shortages: [],
        retailers: [],
        handoffs: [],
        dropped: [],
      }
    const opened = await openCart({
      cartId,
      changes,
      destination: destination as Destination,
      loyaltyIds,
      discountCodes,
      quote,
      seen,
    })
    return {
      cart: { version: opened.cart.version, lines: opened.cart.lines },
      outcomes: opened.outcomes.map(publicOutcome),
      split: opened.split.map(publicQuote),
      shortages: opened.shortages,
      retailers: await listRetailers(),
      handoffs: await offerHandoffs(opened.cart),
      dropped: opened.dropped,
    }
  },
})

/** Applies changes and asks no retailer: for sending in the background. */
export const sendChanges = action({
  schema: sendChangesSchema,
  run: async ({ changes, seen }, context) => {
    const cartId = await cartIdFor(changes, context)
    if (!cartId) return { count: 0 }
    const { cart } = await openCart({ cartId, changes, quote: false, seen })
    return { count: itemCount(cart.lines) }
  },
})

/** Chooses another delivery option of a quote, and answers the exact new total. */
export const select = action({
  schema: selectFulfilmentSchema,
  run: async ({ quoteId, optionId }, { visitor }) => {
    if (!visitor) throw new DomainError('not_found')
    const quote = await selectFulfilment({ cartId: visitor.cartId, quoteId, optionId })
    return { quote: publicQuote(quote) }
  },
})
