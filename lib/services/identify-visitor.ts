import { idSchema, newId } from '#lib/domain/ids.ts'
import { openSignedValue, signValue } from '#lib/services/sign-value.ts'

/** A guest as the site knows one: an id to own orders by, and the cart in use. Both are unguessable. */
export type Visitor = { visitorId: string; cartId: string }

const purpose = 'visitor'
const visitorIdSchema = idSchema('visitor')
const cartIdSchema = idSchema('cart')

/** A visitor nobody has been before, with an empty cart. */
export function newVisitor(): Visitor {
  return { visitorId: newId('visitor'), cartId: newId('cart') }
}

/** The text of the signed cookie for `visitor`. */
export function sealVisitor({ visitorId, cartId }: Visitor): Promise<string> {
  return signValue(purpose, `${visitorId}.${cartId}`)
}

/** Whose cookie this is; undefined for a missing, foreign or tampered one. */
export async function identifyVisitor(cookie: string | undefined): Promise<Visitor | undefined> {
  if (!cookie) return undefined
  const [visitorId, cartId] = ((await openSignedValue(purpose, cookie)) ?? '').split('.')
  const known = visitorIdSchema.safeParse(visitorId).success && cartIdSchema.safeParse(cartId).success
  return known && visitorId && cartId ? { visitorId, cartId } : undefined
}
