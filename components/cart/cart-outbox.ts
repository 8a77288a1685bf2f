import { useSyncExternalStore } from 'react'
import type { CartChange } from '#lib/domain/cart.ts'

/**
 * The browser's side of the cart: the last known count, and changes not yet sent. It lives in localStorage so that
 * it survives a reload and is shared by tabs. Each change has an id and counts once however often it is sent, so a
 * failed send is simply sent again. Kept free of libraries: it is on every product page.
 */
type Outbox = { count: number; pending: CartChange[] }

const storageKey = 'marram.cart'
const empty: Outbox = { count: 0, pending: [] }
const listeners = new Set<() => void>()
let known: { text: string | null; outbox: Outbox } = { text: null, outbox: empty }

function read(): Outbox {
  let text: string | null = null
  try {
    text = localStorage.getItem(storageKey)
    if (text === known.text) return known.outbox
    const stored = text ? (JSON.parse(text) as Partial<Outbox>) : empty
    const pending = Array.isArray(stored.pending) ? stored.pending : []
    known = { text, outbox: { count: Number(stored.count) || 0, pending } }
  } catch {
    // Storage may be switched off, or hold another program's text: then the cart is as if new.
    known = { text, outbox: known.text === text ? known.outbox : empty }
  }
  return known.outbox
}

function write(outbox: Outbox) {
  const text = JSON.stringify(outbox)
  try {
    localStorage.setItem(storageKey, text)
    known = { text, outbox }
  } catch {
    known = { text: null, outbox }
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function additions(changes: readonly CartChange[]): number {
  return changes.reduce((sum, change) => sum + (change.kind === 'add' ? change.quantity : 0), 0)
}

/** An id for a change; unguessable is not needed, unrepeated is. */
export function changeId(): string {
  return `chg_${crypto.getRandomValues(new Uint32Array(4)).join('').slice(0, 30)}`
}

/** Notes changes and counts what they add at once; one that is noted already is not noted again. */
export function putInOutbox(changes: readonly CartChange[]): void {
  const { count, pending } = read()
  const fresh = changes.filter(change => !pending.some(each => each.id === change.id))
  write({ count: count + additions(fresh), pending: [...pending, ...fresh] })
}

/** Notes an addition and counts it at once. */
export function addToOutbox(addition: { slug: string; sku: string; quantity: number }): void {
  putInOutbox([{ id: changeId(), kind: 'add', ...addition }])
}

/** Notes a change of a line that is in the cart already; `count` is what the cart holds with it. */
export function noteChange(change: CartChange, count: number): void {
  // A newer quantity makes an older one of the same line pointless.
  const pending = read().pending.filter(each => !(each.kind === 'set' && each.sku === change.sku))
  write({ count, pending: [...pending, change] })
}

/** The changes not yet sent, oldest first. */
export function pendingChanges(): CartChange[] {
  return read().pending
}

/** After the server has taken `sent`, and says that the cart then held `count` items. */
export function settleOutbox(sent: readonly CartChange[], count: number): void {
  const ids = new Set(sent.map(change => change.id))
  const pending = read().pending.filter(change => !ids.has(change.id))
  write({ count: count + additions(pending), pending })
}

/** How many items the cart holds, unsent ones included. 0 while the page is prerendered. */
export function useCartCount(): number {
  return useSyncExternalStore(
    subscribe,
    () => read().count,
    () => 0,
  )
}

/** The changes that wait to be sent, kept up to date. */
export function usePendingChanges(): CartChange[] {
  return useSyncExternalStore(subscribe, pendingChanges, () => empty.pending)
}
