import { cookies } from 'next/headers'
import { log } from '#lib/log.ts'
import { customerCartIdOf } from '#lib/services/customer-id.ts'
import { newVisitor } from '#lib/services/identify-visitor.ts'
import { mergeCart } from '#lib/services/merge-cart.ts'
import { cookieOptions, currentVisitor, rememberVisitor } from '#lib/visitor.ts'

/**
 * Tells prerendered pages which label the account link wears. No secret and no proof: whoever forges it sees
 * another word in the header and nothing else.
 */
const flag = 'signed_in'

/** What the visitor put in the cart as a guest joins what the customer had; this browser then uses that cart. */
export async function carryCartIn(email: string): Promise<void> {
  const jar = await cookies()
  jar.set(flag, '1', { ...cookieOptions, httpOnly: false, maxAge: 30 * 24 * 3600 })
  try {
    const visitor = (await currentVisitor()) ?? newVisitor()
    const cart = await mergeCart({ from: visitor.cartId, to: await customerCartIdOf(email) })
    await rememberVisitor({ ...visitor, cartId: cart.id })
  } catch (error) {
    // Signing in matters more: the guest cart stays in use and joins at the next sign-in.
    log.error('guest cart not merged', error)
  }
}

/** The next person at this browser starts with an empty cart and sees none of these orders. */
export async function leaveCart(): Promise<void> {
  const jar = await cookies()
  jar.delete(flag)
  await rememberVisitor(newVisitor())
}
