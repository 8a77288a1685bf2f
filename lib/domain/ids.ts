import { ulid } from 'ulid'
import { z } from 'zod'

const prefixes = {
  cart: 'cart',
  quote: 'quo',
  checkout: 'chk',
  order: 'ord',
  visitor: 'vis',
  change: 'chg',
  event: 'evt',
  image: 'img',
} as const
type Kind = keyof typeof prefixes

/** A new id: a prefix that says what it names, then 26 characters that sort by time of making. Lower case. */
export function newId(kind: Kind): string {
  return `${prefixes[kind]}_${ulid().toLowerCase()}`
}

/** The shape of an id of `kind`, for parsing what comes from outside. */
export function idSchema(kind: Kind) {
  return z.string().regex(new RegExp(`^${prefixes[kind]}_[0-9a-z]{26}$`))
}
