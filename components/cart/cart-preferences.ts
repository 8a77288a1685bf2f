import { useSyncExternalStore } from 'react'
import { defaultDestination } from '#lib/domain/address.ts'
import type { CartPreferences } from '#lib/domain/cart-view.ts'

const storageKey = 'marram.delivery'

const defaultPreferences: CartPreferences = {
  destination: defaultDestination,
  loyaltyIds: {},
  discountCodes: {},
}

const listeners = new Set<() => void>()
let known: CartPreferences | undefined

/** Where this browser last asked prices for. */
export function readPreferences(): CartPreferences {
  if (known) return known
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<CartPreferences>
    known = { ...defaultPreferences, ...stored }
  } catch {
    known = defaultPreferences
  }
  return known
}

/** Remembers in this browser where to ask prices for. */
export function savePreferences(changes: Partial<CartPreferences>): void {
  known = { ...readPreferences(), ...changes }
  try {
    localStorage.setItem(storageKey, JSON.stringify(known))
  } catch {
    // Without storage they last as long as the page.
  }
  for (const listener of listeners) listener()
}

/** The preferences, kept up to date. */
export function usePreferences(): CartPreferences {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    readPreferences,
    () => defaultPreferences,
  )
}
