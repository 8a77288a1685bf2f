import type { CartChange } from '#lib/domain/cart.ts'
import type { Order } from '#lib/domain/order.ts'

/** The changes that put an order's lines back in a cart. The same order gives the same ids, so twice counts once. */
export function putBackChanges({ id, lines }: Pick<Order, 'id' | 'lines'>): CartChange[] {
  return lines.map(({ slug, sku, quantity }) => ({
    id: `back-${id.slice(-12)}-${sku}`,
    kind: 'add',
    slug,
    sku,
    quantity,
  }))
}
