import type { Provider } from 'next-auth/providers'
import Credentials from 'next-auth/providers/credentials'
import type { EmailConfig } from 'next-auth/providers/email'
import { findOrCreatePerson } from '#lib/auth/adapter.ts'
import { demoPeople } from '#lib/auth/demo-people.ts'
import { config, isLocal } from '#lib/config.ts'
import { demoSignInSchema } from '#lib/domain/sign-in.ts'
import { sendSignInLink } from '#lib/notify/mail/sign-in.ts'

/** Minutes that a sign-in link works. */
const linkLifetime = 15

/**
 * The link as mailed: on the configured site, whatever host the request named, and without the address, which
 * the token leads to.
 */
function mailedLink(url: string): string {
  const { pathname, searchParams } = new URL(url)
  const link = new URL(pathname, config.SITE_URL)
  link.searchParams.set('token', searchParams.get('token') ?? '')
  link.searchParams.set('callbackUrl', searchParams.get('callbackUrl') ?? '/account')
  return link.href
}

const email: EmailConfig = {
  id: 'email',
  type: 'email',
  name: 'E-mail',
  from: config.MAIL_FROM,
  maxAge: linkLifetime * 60,
  options: {},
  sendVerificationRequest: ({ identifier, url }) => sendSignInLink(identifier, mailedLink(url)),
}

/** One-click sign-ins for trying the product out. They exist on a developer's machine only. */
const demo = Credentials({
  id: 'demo',
  name: 'Demo',
  credentials: { person: {} },
  async authorize(input) {
    const parsed = demoSignInSchema.shape.person.safeParse(input.person)
    if (!isLocal || !parsed.success) return null
    const { email: address, name, role } = demoPeople[parsed.data]
    return findOrCreatePerson(address, name, role)
  },
})

export const providers: Provider[] = isLocal ? [email, demo] : [email]
