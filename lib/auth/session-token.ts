import { getToken } from 'next-auth/jwt'
import { currentRole } from '#lib/auth/adapter.ts'
import { type Role, roleOf } from '#lib/auth/roles.ts'
import { config } from '#lib/config.ts'
import { secret, secretNames } from '#lib/secrets.ts'

/** Cookies are for HTTPS alone wherever the site is on HTTPS. */
export const secureCookies = config.SITE_URL.startsWith('https:')
export const sessionCookieName = secureCookies ? '__Secure-authjs.session-token' : 'authjs.session-token'

/** The role that whoever sends a request has now, or undefined without a valid session: one taken away is gone at once. */
export async function roleInRequest(request: Request): Promise<Role | undefined> {
  const token = await getToken({
    req: request,
    secret: await secret(secretNames.auth),
    secureCookie: secureCookies,
    cookieName: sessionCookieName,
  })
  return token?.sub ? roleOf(await currentRole(token.sub)) : undefined
}
