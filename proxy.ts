import { type NextRequest, NextResponse } from 'next/server'
import { statusForBody } from '#lib/action-body.ts'
import { insightPath, studioAccess } from '#lib/auth/roles.ts'
import { roleInRequest } from '#lib/auth/session-token.ts'

/**
 * Keeps the studio to those who work in it: others are asked to sign in, or told that there is no such page.
 * Every action asks again.
 */
async function guardStudio(request: NextRequest): Promise<NextResponse> {
  const role = await roleInRequest(request)
  if (role) {
    const access = studioAccess(role, request.nextUrl.pathname)
    if (access === 'allowed') return NextResponse.next()
    if (access === 'insight') return NextResponse.redirect(new URL(insightPath, request.url))
    return NextResponse.rewrite(new URL('/no-such-page', request.url))
  }
  const signIn = new URL('/sign-in', request.url)
  signIn.searchParams.set('from', request.nextUrl.pathname)
  return NextResponse.redirect(signIn)
}

/** The matcher below says the same; OpenNext's server looks at a matcher's paths only and brings all requests here. */
function isAction({ method, headers }: NextRequest): boolean {
  const isForm = headers.get('content-type')?.startsWith('multipart/form-data')
  return method === 'POST' && (headers.has('next-action') || isForm === true)
}

/** Runs for the studio's paths and for what is posted to actions; browsing the shop never runs it. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isAction(request)) {
    const status = await statusForBody(request)
    if (status) return NextResponse.json({ code: status === 413 ? 'too_large' : 'invalid_input' }, { status })
  }
  return request.nextUrl.pathname.startsWith('/studio') ? guardStudio(request) : NextResponse.next()
}

export const config = {
  matcher: [
    '/studio/:path*',
    { source: '/:path*', has: [{ type: 'header', key: 'next-action' }] },
    { source: '/:path*', has: [{ type: 'header', key: 'content-type', value: 'multipart/form-data.*' }] },
  ],
}
