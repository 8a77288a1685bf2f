import { useSyncExternalStore } from 'react'
import { pendingChanges, settleOutbox } from '#components/cart/cart-outbox.ts'
import { readPreferences } from '#components/cart/cart-preferences.ts'
import { seenSoFar } from '#components/cart/seen.ts'
import type { Action } from '#lib/domain/action-result.ts'
import { itemCount } from '#lib/domain/cart.ts'
import type { OpenCartInput } from '#lib/domain/cart-request.ts'
import type { CartView } from '#lib/domain/cart-view.ts'
import { messageFor } from '#lib/domain/messages.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'

export type OpenCart = Action<OpenCartInput, CartView>

/**
 * The cart as this browser last heard it, kept while the shopper moves between cart and checkout so that neither
 * page asks for what the other has just been told.
 */
export type CartState = {
  view?: CartView
  /** An answer is on its way. */
  busy: boolean
  /** Words for what went wrong last, if something did. */
  problem?: string
  /** The prices before a fresh look at the same cart, for marking what changed. */
  before?: QuoteOutcome[]
}

let state: CartState = { busy: false }
let running = false
let wanted = false
let current: Promise<void> | undefined
let spent = false
const listeners = new Set<() => void>()
const initial: CartState = { busy: true }

/** Changes the state and tells the components that show it. */
export function setCartState(changes: Partial<CartState>): void {
  state = { ...state, ...changes }
  for (const listener of listeners) listener()
}

/** The cart's state, kept up to date. `busy` without a view while the page is prerendered. */
export function useCartState(): CartState {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
    () => initial,
  )
}

/** True when every price at hand still holds; with `quote`, when every retailer has given one too. */
function stillGood(view: CartView, quote: boolean): boolean {
  return view.outcomes.every(outcome =>
    outcome.status === 'quoted' ? Date.parse(outcome.quote.expiresAt) > Date.now() : !quote,
  )
}

/** Changes the server will never take: out they go, or nothing after them would be sent. */
function dropRefused(fields: Record<string, string>): boolean {
  const sent = pendingChanges()
  const refused = sent.filter((_, index) =>
    Object.keys(fields).some(name => name.startsWith(`changes.${index}.`)),
  )
  if (refused.length > 0) settleOutbox(refused, state.view ? itemCount(state.view.cart.lines) : 0)
  return refused.length > 0
}

async function ask(open: OpenCart, quote: boolean): Promise<void> {
  const changes = pendingChanges()
  const { seen, forget } = seenSoFar()
  const result = await open({ changes, quote, seen, ...readPreferences() }).catch(() => undefined)
  if (!result) return setCartState({ problem: messageFor(undefined) })
  if (!result.ok) {
    if (result.code === 'invalid_input' && dropRefused(result.fields)) wanted = true
    return setCartState({ problem: result.message })
  }
  settleOutbox(changes, itemCount(result.data.cart.lines))
  forget()
  const same = state.view?.cart.version === result.data.cart.version
  const dropped = result.data.dropped[0]
  setCartState({
    view: result.data,
    before: same ? state.view?.outcomes : undefined,
    problem: dropped ? messageFor(dropped.code) : undefined,
  })
}

/**
 * Sends what is pending and takes in the cart with fresh prices. Asked while an answer is on its way, it asks once
 * more after it. `quote: false` is content with the prices fetched last.
 */
export async function refreshCart(open: OpenCart, { quote = true } = {}): Promise<void> {
  wanted = true
  if (running) return
  running = true
  setCartState({ busy: true })
  try {
    for (let first = true; wanted; first = false) {
      wanted = false
      await ask(open, quote || !first)
    }
  } finally {
    running = false
    setCartState({ busy: false })
  }
}

/** Makes sure there is a cart to show, without a call when the one at hand is still good. */
export async function ensureCart(open: OpenCart, { quote = true } = {}): Promise<void> {
  if (spent) setCartState({ view: undefined, before: undefined, problem: undefined })
  spent = false
  if (state.view && stillGood(state.view, quote) && pendingChanges().length === 0) return
  if (!running) current = refreshCart(open, { quote })
  await current
}

/** After an order: the cart is empty. The page that placed it keeps what it shows until the shopper leaves it. */
export function spendCart(): void {
  settleOutbox(pendingChanges(), 0)
  spent = true
}
