import type { DeepPartial } from 'react-hook-form'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'

/** What has been typed so far, all but the card, which is never kept. */
type Details = DeepPartial<Pick<CheckoutFormInput, 'contact' | 'address' | 'consents' | 'retailerConsents'>>

/**
 * What this tab remembers of a checkout, so that a reload or the back button finds its way: which retailer a quote
 * was from, which order it became, and, until it is ordered, what was typed.
 */
type Memory = { retailers: Record<string, string>; orders: Record<string, string>; details?: Details }

const storageKey = 'marram.checkout'

function read(): Memory {
  try {
    const stored = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Partial<Memory>
    return { retailers: stored.retailers ?? {}, orders: stored.orders ?? {}, details: stored.details }
  } catch {
    return { retailers: {}, orders: {} }
  }
}

function write(memory: Memory) {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(memory))
  } catch {
    // Without storage a reload asks for fresh prices, and the server still makes one order only.
  }
}

/** Remembers which retailer a quote was from. */
export function rememberRetailer(quoteId: string, retailerId: string): void {
  const memory = read()
  write({ ...memory, retailers: { ...memory.retailers, [quoteId]: retailerId } })
}

/** The retailer of a quote seen before in this tab. */
export function retailerOfQuote(quoteId: string): string | undefined {
  return read().retailers[quoteId]
}

/** Remembers which order a quote became. */
export function rememberOrder(quoteId: string, orderId: string): void {
  const memory = read()
  write({ ...memory, orders: { ...memory.orders, [quoteId]: orderId } })
}

/** The order that a quote became, if it was ordered in this tab. */
export function orderOfQuote(quoteId: string): string | undefined {
  return read().orders[quoteId]
}

/** Keeps what was typed, for a reload. */
export function keepDetails(details: Details): void {
  write({ ...read(), details })
}

/** What was typed before a reload. */
export function keptDetails(): Details | undefined {
  return read().details
}

/** Forgets what was typed, once it has become an order. */
export function forgetDetails(): void {
  write({ ...read(), details: undefined })
}
