import { setTimeout as pause } from 'node:timers/promises'
import { type Asked, getCart, saveCart } from '#lib/data/carts.ts'
import { getListings } from '#lib/data/listings.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import type { Destination } from '#lib/domain/address.ts'
import type { Cart, CartChange } from '#lib/domain/cart.ts'
import {
  type Article,
  applyChanges,
  articleOf,
  type DroppedChange,
  pendingFor,
  sameLines,
} from '#lib/domain/cart-changes.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'
import { quoteCart } from '#lib/services/quote-cart.ts'

export type OpenedCart = {
  cart: Cart
  outcomes: QuoteOutcome[]
  dropped: DroppedChange[]
  /** Where prices were last asked for, and with which loyalty ids. */
  asked?: Asked
}

const attempts = 5
/** A price that runs out sooner is asked for again, so that there is time to check out. */
const enoughTime = 2 * 60_000

async function articlesFor(cart: Cart, changes: readonly CartChange[]): Promise<Map<string, Article>> {
  const additions = pendingFor(cart, changes).filter(change => change.kind === 'add')
  const listings = new Map(
    (await getListings(additions.map(change => change.slug))).map(listing => [listing.slug, listing]),
  )
  const articles = additions.map(({ slug, sku }) => articleOf(listings.get(slug), sku))
  return new Map(articles.flatMap(article => (article ? [[article.sku, article]] : [])))
}

/**
 * True when every stored answer is to the same question and holds for `left` milliseconds more. A retailer that gave
 * none is asked again, except by someone content with what there is (`left` 0).
 */
function stillGood(outcomes: readonly QuoteOutcome[], stored: Asked | undefined, asked: Asked, left: number) {
  const same = (a: object, b: object) =>
    JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())
  return (
    outcomes.length > 0 &&
    stored !== undefined &&
    same(stored.destination, asked.destination) &&
    same(stored.loyaltyIds, asked.loyaltyIds) &&
    outcomes.every(outcome =>
      outcome.status === 'quoted' ? Date.parse(outcome.quote.expiresAt) - Date.now() > left : left === 0,
    )
  )
}

/**
 * Applies changes to a cart and says what it then costs at each retailer. Without a destination no retailer is
 * asked. Answers that still hold are not asked for again; `quote: false` is content with them to their last second.
 * A change that cannot be made is dropped with its reason and stops nothing else.
 *
 * Three DynamoDB requests whatever the number of lines and retailers: the cart's partition, the added products, the
 * cart with its answers. Someone else's change in between is taken in and the whole tried again, a bounded number of
 * times; then throws `stale_version`.
 */
export async function openCart(input: {
  cartId: string
  changes: readonly CartChange[]
  destination?: Destination
  loyaltyIds?: Record<string, string>
  quote?: boolean
}): Promise<OpenedCart> {
  const { cartId, changes, destination, loyaltyIds = {}, quote = true } = input
  let last: { lines: Cart['lines']; outcomes: QuoteOutcome[] } | undefined
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const stored = await getCart(cartId)
    const { cart, dropped } = applyChanges(stored.cart, changes, await articlesFor(stored.cart, changes))
    const asked = destination && { destination, loyaltyIds }
    const unchanged = cart.version === stored.cart.version
    const isGood = asked && stillGood(stored.outcomes, stored.asked, asked, quote ? enoughTime : 0)
    if (unchanged && (!asked || isGood || cart.lines.length === 0)) {
      return { cart, outcomes: stored.outcomes, dropped, asked: stored.asked }
    }
    let outcomes: QuoteOutcome[] = []
    if (asked && cart.lines.length > 0) {
      const answers =
        last && sameLines(last.lines, cart.lines)
          ? last.outcomes
          : await quoteCart(await listRetailers(), cart, asked)
      outcomes = answers.map(outcome => forVersion(outcome, cart.version))
      last = { lines: cart.lines, outcomes }
    }
    try {
      await saveCart(
        cart,
        stored.cart.version,
        outcomes.length > 0 && asked ? { asked, outcomes } : undefined,
      )
      return { cart, outcomes, dropped, asked: asked ?? stored.asked }
    } catch (error) {
      if (!isDomainError(error, 'stale_version')) throw error
      await pause(Math.random() * 20 * attempt)
    }
  }
  throw new DomainError('stale_version')
}

function forVersion(outcome: QuoteOutcome, cartVersion: number): QuoteOutcome {
  return outcome.status === 'quoted' ? { ...outcome, quote: { ...outcome.quote, cartVersion } } : outcome
}
