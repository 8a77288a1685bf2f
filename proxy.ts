import { type NextRequest, NextResponse } from 'next/server'
import { refuseBrokenAction } from '#lib/action-guard.ts'
import { studioRoles } from '#lib/auth/roles.ts'
import { roleInRequest } from '#lib/auth/session-token.ts'

/**
 * Keeps the studio to those who work in it: others are asked to sign in, or told that there is no such page.
 * Every action asks again. Only the studio's paths run this; browsing the shop never does.
 */
async function guardStudio(request: NextRequest) {
  const role = await roleInRequest(request)
  if (role && studioRoles.includes(role)) return NextResponse.next()
  if (role) return NextResponse.rewrite(new URL('/no-such-page', request.url))
  const signIn = new URL('/sign-in', request.url)
  signIn.searchParams.set('from', request.nextUrl.pathname)
  return NextResponse.redirect(signIn)
}

/** Turns away what no page or action should see. Browsing the shop never comes through here. */
export async function proxy(request: NextRequest) {
  const refusal = await refuseBrokenAction(request)
  if (refusal) return refusal
  return request.nextUrl.pathname.startsWith('/studio') ? guardStudio(request) : NextResponse.next()
}

export const config = {
  matcher: [
    '/studio/:path*',
    { source: '/:path*', has: [{ type: 'header', key: 'next-action' }] },
    { source: '/:path*', has: [{ type: 'header', key: 'content-type', value: 'multipart/form-data.*' }] },
  ],
}
