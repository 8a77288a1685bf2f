import { cookies } from 'next/headers'
import { signedInPerson } from '#lib/auth.ts'
import { idSchema } from '#lib/domain/ids.ts'
import type { Viewer } from '#lib/services/get-order.ts'
import { openSignedValue, signValue } from '#lib/services/sign-value.ts'
import { cookieOptions, currentVisitor } from '#lib/visitor.ts'

const seenCookie = 'seen_orders'
const seenLifetime = 24 * 60 * 60
const seenLimit = 20
const orderIdSchema = idSchema('order')

async function seenOrders(): Promise<string[]> {
  const text = (await cookies()).get(seenCookie)?.value
  const ids = (text && (await openSignedValue(seenCookie, text)))?.split('.') ?? []
  return ids.filter(id => orderIdSchema.safeParse(id).success)
}

/** Whoever asks for an order, with all that this browser has to show for it. */
export async function currentViewer(orderId: string): Promise<Viewer> {
  const [visitor, person, seen] = await Promise.all([currentVisitor(), signedInPerson(), seenOrders()])
  return { orderId, visitorId: visitor?.visitorId, email: person?.email, seen }
}

/** Lets this browser see an order for a day, after its number and e-mail were given. Only where cookies may be set. */
export async function rememberSeenOrder(orderId: string): Promise<void> {
  const others = (await seenOrders()).filter(id => id !== orderId)
  const value = await signValue(seenCookie, [orderId, ...others].slice(0, seenLimit).join('.'))
  const store = await cookies()
  store.set(seenCookie, value, { ...cookieOptions, maxAge: seenLifetime })
}
