import { getCart } from '#lib/data/carts.ts'
import type { OpenedCart } from '#lib/services/open-cart.ts'

/** A cart with the retailers' latest answers for it, asking nobody: for the checkout page. One Query. */
export async function getCheckout(cartId: string): Promise<Omit<OpenedCart, 'dropped'>> {
  return getCart(cartId)
}
