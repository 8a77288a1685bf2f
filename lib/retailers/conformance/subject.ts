import type { Address } from '#lib/domain/address.ts'
import type { Money } from '#lib/domain/money.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { notOffered } from './verdict.ts'

/** The cards a case may want: one that pays, and one that the retailer is refused. */
export type Card = 'accepted' | 'declined'

/**
 * What whoever runs the retailer can make it do, so that rare things happen on request. Each is optional: a case that
 * needs one that is missing says "not offered".
 */
export type Levers = {
  /** Puts so many of an article on the shelf. */
  setStock?: (article: string, available: number) => Promise<void>
  /** Adds a fee (minor units) to what is not sold yet. */
  surcharge?: (amount: number) => Promise<void>
  /** Holds made from now on last so long. */
  holdSeconds?: (seconds: number) => Promise<void>
  /** The next purchase needs the shopper on the retailer's own page. */
  escalate?: () => Promise<void>
  /** Does there what the shopper would. */
  confirm?: (url: string) => Promise<void>
  /** Orders placed from now on ship at once. */
  ship?: () => Promise<void>
  /** Undoes all of these. */
  reset?: () => Promise<void>
}

/** A webhook as it came in: its exact bytes, and the address that the retailer called. */
export type Delivery = { method: string; url: URL; headers: Headers; body: string }

/** What the retailer has reported to the platform that the kit stands for. */
export type Webhooks = {
  /** The first that matches, waited for; undefined when none has come in time. */
  next: (matches: (delivery: Delivery) => boolean, milliseconds: number) => Promise<Delivery | undefined>
}

/** One retailer under test: its row, its adapter, and what to buy there and how to pay. */
export type Subject = {
  retailer: Retailer
  adapter: RetailerAdapter
  articles: {
    /** The retailer's number for something it has plenty of. */
    plenty: string
    /** One of which `setStock` may change the number, or that is known to be sold out. */
    scarce?: string
    soldOut?: string
  }
  address: Address
  currency: string
  email: string
  /** A discount code that it takes, where one is known. */
  discountCode?: string
  /** A token for a card, ready to be charged this purchase; undefined where there is no such card to try. */
  pay: (card: Card, purchase: { reference: string; total: Money }) => Promise<string | undefined>
  levers: Levers
  /** Absent where the retailer could not reach this machine. */
  webhooks?: Webhooks
}

const missing: Record<keyof Levers, string> = {
  setStock: 'nothing here can change its stock',
  surcharge: 'nothing here can change its prices',
  holdSeconds: 'nothing here can make its holds shorter',
  escalate: 'nothing here can make it ask for the shopper',
  confirm: 'nothing here can answer in the shopper’s place',
  ship: 'nothing here can make it ship',
  reset: 'nothing here can set it back',
}

/** A lever, or the end of the case where there is none. */
export function lever<Name extends keyof Levers>(subject: Subject, name: Name): NonNullable<Levers[Name]> {
  const found = subject.levers[name]
  return found ?? notOffered(missing[name])
}

/** Ends the case unless the retailer's row claims a capability. */
export function claims(has: boolean, what: string): void {
  if (!has) notOffered(`it does not claim ${what}`)
}
