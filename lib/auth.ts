import { cookies } from 'next/headers'
import NextAuth, { type DefaultSession, type NextAuthConfig } from 'next-auth'
import { adapter, currentRole } from '#lib/auth/adapter.ts'
import { carryCartIn, leaveCart } from '#lib/auth/carry-cart.ts'
import { providers } from '#lib/auth/providers.ts'
import { type Role, roleOf } from '#lib/auth/roles.ts'
import { secureCookies, sessionCookieName } from '#lib/auth/session-token.ts'
import { config } from '#lib/config.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { log } from '#lib/log.ts'
import { secret, secretNames } from '#lib/secrets.ts'

export { giveRole } from '#lib/auth/adapter.ts'
export { rolesAllowedTo } from '#lib/auth/roles.ts'

declare module 'next-auth' {
  interface Session {
    user: { id: string; email: string; role: Role } & DefaultSession['user']
  }
  interface User {
    role?: string
  }
}

/** Read on each request, so that the signing secret comes from Secrets Manager and can be rotated. */
async function settings(): Promise<NextAuthConfig> {
  return {
    secret: await secret(secretNames.auth),
    trustHost: true,
    basePath: '/api/auth',
    useSecureCookies: secureCookies,
    adapter,
    providers,
    session: { strategy: 'jwt', maxAge: 30 * 24 * 3600 },
    pages: { signIn: '/sign-in', verifyRequest: '/sign-in/sent', error: '/sign-in' },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, role: roleOf(user.role) } : token),
      session: ({ session, token }) => {
        session.user.id = token.sub ?? ''
        session.user.role = roleOf(token.role)
        return session
      },
      /** Only ever to a place on this site. */
      redirect: ({ url }) => {
        const target = URL.parse(url, config.SITE_URL)
        const inside = target?.origin === new URL(config.SITE_URL).origin
        return inside && target ? target.href : config.SITE_URL
      },
    },
    events: {
      signIn: ({ user }) => carryCartIn(user.email ?? ''),
      signOut: leaveCart,
    },
    logger: {
      // A class name is shortened in production builds; next-auth's own `type` is not.
      error: error =>
        log.error('sign-in failed', error, { type: 'type' in error ? String(error.type) : undefined }),
      warn: () => {},
      debug: () => {},
    },
  }
}

export const { handlers, auth, signIn, signOut } = NextAuth(settings)

/** Who is signed in, or undefined. Costs nothing for a visitor without a session cookie. */
export async function signedInPerson() {
  const jar = await cookies()
  const present = jar.getAll().some(cookie => cookie.name.startsWith(sessionCookieName))
  return present ? (await auth())?.user : undefined
}

/**
 * The signed-in person, with the role the table holds now: a role taken away stops working at once.
 * Throws `not_signed_in` or `not_allowed`.
 */
export async function requireRole(allowed: readonly Role[]) {
  const person = await signedInPerson()
  if (!person) throw new DomainError('not_signed_in')
  const role = roleOf(await currentRole(person.id))
  if (!allowed.includes(role)) throw new DomainError('not_allowed')
  return { ...person, role }
}
