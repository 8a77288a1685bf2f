import { type NextRequest, NextResponse } from 'next/server'
import { studioRoles } from '#lib/auth/roles.ts'
import { roleInRequest } from '#lib/auth/session-token.ts'

/**
 * Keeps the studio to those who work in it: others are asked to sign in, or told that there is no such page.
 * Every action asks again. Only the studio's paths run this; browsing the shop never does.
 */
export async function proxy(request: NextRequest) {
  const role = await roleInRequest(request)
  if (role && studioRoles.includes(role)) return NextResponse.next()
  if (role) return NextResponse.rewrite(new URL('/no-such-page', request.url))
  const signIn = new URL('/sign-in', request.url)
  signIn.searchParams.set('from', request.nextUrl.pathname)
  return NextResponse.redirect(signIn)
}

export const config = { matcher: ['/studio/:path*'] }
