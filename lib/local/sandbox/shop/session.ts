import { list } from '#lib/local/sandbox/store.ts'

export type SessionLine = {
  id: string
  sku: string
  title: string
  /** Cents; stays as quoted while the session lives. */
  price: number
  requested: number
  quantity: number
}

export type Destination = {
  id: string
  address_country?: string
  address_region?: string
  postal_code?: string
  street_address?: string
  extended_address?: string
  address_locality?: string
  first_name?: string
  last_name?: string
  phone_number?: string
}

export type Buyer = {
  email?: string
  first_name?: string
  last_name?: string
  phone_number?: string
  consent?: Record<string, boolean>
}

/** A checkout session as the retailer keeps it. */
export type Session = {
  id: string
  version: number
  status: 'open' | 'in_progress' | 'completed' | 'canceled'
  /** ISO 8601. */
  createdAt: string
  expiresAt: string
  lines: SessionLine[]
  /** Titles or numbers of articles asked for that this retailer cannot supply. */
  missing: string[]
  destination?: Destination
  optionId?: string
  eligibility: string[]
  memberId?: string
  /** As the platform sent them. */
  codes?: string[]
  buyer?: Buyer
  attribution?: Record<string, string>
  /** Cents. */
  surcharge: number
  hold?: { id: string; expiresAt: string /** Made by completing, not asked for. */; isImplicit: boolean }
  problem?: 'payment_failed' | 'escalation'
  /** ISO 8601: when the buyer confirmed on the retailer's page. */
  confirmedAt?: string
  /** The profile of the platform that completes it. */
  platform?: string
  attempt?: { until: number; token: string }
  order?: { id: string; label: string }
  /** Epoch seconds: cleared away by then. */
  expires: number
}

export type StockItem = { sku: string; title: string /** Cents. */; price: number; available: number }
export type HoldLine = { sku: string; quantity: number }
export type Hold = { id: string; sessionId: string; lines: HoldLine[] /** Milliseconds. */; until: number }

export const sessionsOf = (shopId: string) => `${shopId}#session`
export const stockOf = (shopId: string) => `${shopId}#stock`
export const holdsOf = (shopId: string) => `${shopId}#hold`
export const ordersOf = (shopId: string) => `${shopId}#order`
export const referencesOf = (shopId: string) => `${shopId}#reference`
export const refundsOf = (shopId: string) => `${shopId}#refund`
export const pendingOf = (shopId: string) => `${shopId}#pending`

/** The newest sessions. */
export const recentSessions = (shopId: string, limit = 50) =>
  list<Session>(sessionsOf(shopId), { newestFirst: true, limit })
