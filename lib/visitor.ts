import { cookies } from 'next/headers'
import { config } from '#lib/config.ts'
import { identifyVisitor, sealVisitor, type Visitor } from '#lib/services/identify-visitor.ts'

const visitorCookie = 'visitor'
const year = 365 * 24 * 60 * 60

/** How every cookie of ours is set: out of reach of scripts, sent along when a shopper follows a link here. */
export const cookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  secure: config.SITE_URL.startsWith('https:'),
  path: '/',
} as const

/** Who is asking, from the signed visitor cookie. For pages and route handlers; actions get it in their context. */
export async function currentVisitor(): Promise<Visitor | undefined> {
  return identifyVisitor((await cookies()).get(visitorCookie)?.value)
}

/** Remembers `visitor` in the signed cookie. Only where cookies may be set: actions and route handlers. */
export async function rememberVisitor(visitor: Visitor): Promise<void> {
  const store = await cookies()
  store.set(visitorCookie, await sealVisitor(visitor), { ...cookieOptions, maxAge: year })
}
