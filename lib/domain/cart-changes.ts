import { type Cart, type CartChange, type CartLine, maximumLines, maximumQuantity } from '#lib/domain/cart.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import type { Listing } from '#lib/domain/listing.ts'

/** A line without its quantity: what an addition adds some of. */
export type Article = Omit<CartLine, 'quantity'>
export type DroppedChange = { change: CartChange; code: ErrorCode }

/** How many change ids a cart remembers: more than any browser sends late. */
const remembered = 100

/** What a cart keeps of a published listing's variant; undefined where the listing does not sell it. */
export function articleOf(listing: Listing | undefined, sku: string): Article | undefined {
  const variant = listing?.variants.find(each => each.sku === sku)
  const image = listing?.images[0]
  if (!listing || !variant || !image || listing.status !== 'published') return undefined
  const { slug, name, category } = listing
  const { label: variantLabel, guidance, retailerSkus } = variant
  return { sku, slug, name, category, variantLabel, image, guidance, retailerSkus }
}

type Step = { lines: CartLine[]; code?: ErrorCode }

function withQuantity(lines: readonly CartLine[], sku: string, quantity: number): CartLine[] {
  return lines.map(line => (line.sku === sku ? { ...line, quantity } : line))
}

function addTo(lines: CartLine[], article: Article | undefined, quantity: number): Step {
  if (!article) return { lines, code: 'unknown_product' }
  const present = lines.find(line => line.sku === article.sku)
  const wanted = (present?.quantity ?? 0) + quantity
  const allowed = Math.min(wanted, maximumQuantity)
  const code = wanted > allowed ? 'cart_full' : undefined
  if (present) return { lines: withQuantity(lines, article.sku, allowed), code }
  if (lines.length >= maximumLines) return { lines, code: 'cart_full' }
  return { lines: [...lines, { ...article, quantity: allowed }], code }
}

function step(lines: CartLine[], change: CartChange, article: Article | undefined): Step {
  if (change.kind === 'add') return addTo(lines, article, change.quantity)
  const present = lines.some(line => line.sku === change.sku)
  if (change.kind === 'remove') return { lines: lines.filter(line => line.sku !== change.sku) }
  return present
    ? { lines: withQuantity(lines, change.sku, Math.min(change.quantity, maximumQuantity)) }
    : { lines, code: 'unknown_product' }
}

/** The changes that a cart has not applied yet: each id once. */
export function pendingFor(cart: Cart, changes: readonly CartChange[]): CartChange[] {
  const seen = new Set(cart.applied)
  return changes.filter(change => !seen.has(change.id) && seen.add(change.id))
}

/**
 * The cart after `changes`, in their order; a change whose id it knows counts no second time. `articles` holds what
 * additions may add, by sku. The version rises by one when lines changed, and not otherwise. `dropped` lists what
 * could not be done, or not in full, and why.
 */
export function applyChanges(
  cart: Cart,
  changes: readonly CartChange[],
  articles: ReadonlyMap<string, Article>,
  now: string = new Date().toISOString(),
): { cart: Cart; dropped: DroppedChange[] } {
  const dropped: DroppedChange[] = []
  const pending = pendingFor(cart, changes)
  let lines = cart.lines
  for (const change of pending) {
    const article = change.kind === 'add' ? articles.get(change.sku) : undefined
    const after = step(lines, change, article?.slug === slugOf(change) ? article : undefined)
    lines = after.lines
    if (after.code) dropped.push({ change, code: after.code })
  }
  if (sameLines(cart.lines, lines)) return { cart, dropped }
  const applied = [...cart.applied, ...pending.map(change => change.id)].slice(-remembered)
  return { cart: { ...cart, lines, applied, version: cart.version + 1, updatedAt: now }, dropped }
}

function slugOf(change: CartChange): string | undefined {
  return change.kind === 'add' ? change.slug : undefined
}

/** True when both hold the same articles in the same order and numbers. */
export function sameLines(a: readonly CartLine[], b: readonly CartLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => line.sku === b[index]?.sku && line.quantity === b[index]?.quantity)
  )
}
