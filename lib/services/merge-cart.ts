import { getCart, saveBothCarts } from '#lib/data/carts.ts'
import type { Cart, CartChange } from '#lib/domain/cart.ts'
import { applyChanges } from '#lib/domain/cart-changes.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'

const attempts = 4

function additions(guest: Cart): CartChange[] {
  return guest.lines.map(({ slug, sku, quantity }) => ({
    id: newId('change'),
    kind: 'add',
    slug,
    sku,
    quantity,
  }))
}

/**
 * Moves what a guest put in a cart into the customer's own on sign-in; quantities of the same product add up. Both
 * carts change in one write, so a merge that is repeated finds nothing left to move. Returns the customer's cart.
 * Throws `stale_version` after several collisions with other changes.
 */
export async function mergeCart({ from, to }: { from: string; to: string }): Promise<Cart> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const [{ cart: guest }, { cart: known }] = await Promise.all([getCart(from), getCart(to)])
    if (from === to || guest.lines.length === 0) return known
    const articles = new Map(guest.lines.map(line => [line.sku, line]))
    const { cart: merged } = applyChanges(known, additions(guest), articles)
    if (merged.version === known.version) return known
    const { updatedAt } = merged
    const emptied: Cart = { ...guest, lines: [], version: guest.version + 1, updatedAt }
    try {
      await saveBothCarts([emptied, merged], [guest.version, known.version])
      return merged
    } catch (error) {
      if (!isDomainError(error, 'stale_version')) throw error
    }
  }
  throw new DomainError('stale_version')
}
