import type { Cart, CartChange } from '#lib/domain/cart.ts'
import type { DroppedChange } from '#lib/domain/cart-changes.ts'
import { openCart } from '#lib/services/open-cart.ts'

/** Applies changes to a cart and asks no retailer. See `openCart`. */
export async function changeCart(
  cartId: string,
  changes: readonly CartChange[],
): Promise<{ cart: Cart; dropped: DroppedChange[] }> {
  const { cart, dropped } = await openCart({ cartId, changes, quote: false })
  return { cart, dropped }
}
