import { setTimeout as pause } from 'node:timers/promises'
import { type Asked, getCart, saveCart } from '#lib/data/carts.ts'
import { countVisit } from '#lib/data/insight/count-visit.ts'
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
import type { Seen } from '#lib/domain/insight/origin.ts'
import type { Quote, QuoteOutcome } from '#lib/domain/quote.ts'
import type { Shortage } from '#lib/domain/shortages.ts'
import { findShortages } from '#lib/services/find-shortages.ts'
import { visitOf, visitWith } from '#lib/services/insight/visit-of.ts'
import { quoteCart } from '#lib/services/quote-cart.ts'
import { quoteSplit } from '#lib/services/quote-split.ts'

export type OpenedCart = {
  cart: Cart
  outcomes: QuoteOutcome[]
  /** The parts of the cheapest split over several retailers, where it beats every single one. */
  split: Quote[]
  /** The lines that nobody has. */
  shortages: Shortage[]
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

function holds(quote: Quote, left: number): boolean {
  return Date.parse(quote.expiresAt) - Date.now() > left
}

/**
 * True when every stored answer is to the same question and holds for `left` milliseconds more. A retailer that gave
 * none is asked again, except by someone content with what there is (`left` 0).
 */
function stillGood(stored: Omit<OpenedCart, 'dropped'>, asked: Asked, left: number) {
  const { outcomes, split } = stored
  const same = (a: object, b: object) =>
    JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())
  return (
    outcomes.length > 0 &&
    stored.asked !== undefined &&
    same(stored.asked.destination, asked.destination) &&
    same(stored.asked.loyaltyIds, asked.loyaltyIds) &&
    same(stored.asked.discountCodes ?? {}, asked.discountCodes ?? {}) &&
    outcomes.every(outcome => (outcome.status === 'quoted' ? holds(outcome.quote, left) : left === 0)) &&
    split.every(quote => holds(quote, left))
  )
}

/** True when the answers are those of the retailers that are enabled now. From the registry in memory. */
async function coversRegistry(outcomes: readonly QuoteOutcome[]): Promise<boolean> {
  const enabled = (await listRetailers()).filter(retailer => retailer.enabled)
  return (
    enabled.length === outcomes.length &&
    enabled.every(({ id }) => outcomes.some(outcome => outcome.retailerId === id))
  )
}

/**
 * Applies changes to a cart and says what it then costs at each retailer. Without a destination no retailer is
 * asked. Answers that still hold are not asked for again; `quote: false` is content with them to their last second.
 * A change that cannot be made is dropped with its reason and stops nothing else.
 *
 * What the browser has seen since (`seen`), and how the basket's offers stand, are counted with it.
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
  discountCodes?: Record<string, string>
  quote?: boolean
  seen?: Seen
}): Promise<OpenedCart> {
  const { cartId, changes, destination, loyaltyIds = {}, discountCodes = {}, quote = true, seen } = input
  let last: ({ lines: Cart['lines'] } & Prices) | undefined
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const stored = await getCart(cartId)
    const { cart, dropped } = applyChanges(stored.cart, changes, await articlesFor(stored.cart, changes))
    const asked = destination && { destination, loyaltyIds, discountCodes }
    const unchanged = cart.version === stored.cart.version
    const isGood =
      asked &&
      stillGood(stored, asked, quote ? enoughTime : 0) &&
      (!quote || (await coversRegistry(stored.outcomes)))
    if (unchanged && (!asked || isGood || cart.lines.length === 0)) {
      if (seen) await countVisit(await visitOf(seen))
      return { ...stored, cart, dropped }
    }
    let prices: Prices = { outcomes: [], split: [], shortages: [] }
    if (asked && cart.lines.length > 0) {
      const known = last && sameLines(last.lines, cart.lines) ? last : await pricesFor(cart, asked)
      prices = forVersion(known, cart.version)
      last = { lines: cart.lines, ...prices }
    }
    try {
      const { visit, basket } = await visitWith(stored, prices.outcomes, seen)
      await saveCart(
        cart,
        stored.cart.version,
        prices.outcomes.length > 0 && asked ? { asked, ...prices, basket } : undefined,
        { visit, replaces: stored.stamp },
      )
      return { cart, ...prices, dropped, asked: asked ?? stored.asked }
    } catch (error) {
      if (!isDomainError(error, 'stale_version')) throw error
      await pause(Math.random() * 20 * attempt)
    }
  }
  throw new DomainError('stale_version')
}

type Prices = Pick<OpenedCart, 'outcomes' | 'split' | 'shortages'>

async function pricesFor(cart: Cart, asked: Asked): Promise<Prices> {
  const retailers = await listRetailers()
  const outcomes = await quoteCart(retailers, cart, asked)
  const [split, shortages] = await Promise.all([
    quoteSplit(retailers, cart, asked, outcomes),
    findShortages(cart, outcomes),
  ])
  return { outcomes, split, shortages }
}

function forVersion({ outcomes, split, shortages }: Prices, cartVersion: number): Prices {
  return {
    shortages,
    outcomes: outcomes.map(outcome =>
      outcome.status === 'quoted' ? { ...outcome, quote: { ...outcome.quote, cartVersion } } : outcome,
    ),
    split: split.map(quote => ({ ...quote, cartVersion })),
  }
}
