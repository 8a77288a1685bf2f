import { cookies } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { config } from '#lib/config.ts'
import type { ActionResult } from '#lib/domain/action-result.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { formObject } from '#lib/domain/form-object.ts'
import { messageFor, wordsForIssue } from '#lib/domain/messages.ts'
import { log } from '#lib/log.ts'
import { identifyVisitor, newVisitor, sealVisitor, type Visitor } from '#lib/services/identify-visitor.ts'

export type Role = 'shopper' | 'marketer'
export type Session = { email: string; role: Role }

/** What an action's `run` may know of its caller. */
export type ActionContext = {
  /** Undefined for a guest. */
  session: Session | undefined
  /** Undefined until the visitor has first written something. */
  visitor: Visitor | undefined
  /** The visitor, made and remembered in a signed cookie if there is none yet. */
  ensureVisitor: () => Promise<Visitor>
}

const visitorCookie = 'visitor'
const year = 365 * 24 * 60 * 60

/** How every cookie of ours is set: out of reach of scripts, sent along when a shopper follows a link here. */
export const cookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  secure: config.SITE_URL.startsWith('https:'),
  path: '/',
} as const

/** Guests only, until sign-in lands. */
async function currentSession(): Promise<Session | undefined> {
  return undefined
}

/** Who is asking, from the signed visitor cookie. For pages and route handlers; actions get it in their context. */
export async function currentVisitor(): Promise<Visitor | undefined> {
  return identifyVisitor((await cookies()).get(visitorCookie)?.value)
}

/** Remembers `visitor` in the signed cookie. Only where cookies may be set: actions and route handlers. */
export async function rememberVisitor(visitor: Visitor): Promise<void> {
  const store = await cookies()
  store.set(visitorCookie, await sealVisitor(visitor), { ...cookieOptions, maxAge: year })
}

async function contextOf(): Promise<ActionContext> {
  const [session, visitor] = await Promise.all([currentSession(), currentVisitor()])
  let known = visitor
  const ensureVisitor = async () => {
    if (!known) {
      known = newVisitor()
      await rememberVisitor(known)
    }
    return known
  }
  return { session, visitor, ensureVisitor }
}

function fieldsOf(error: z.core.$ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  return fields
}

function refusal(error: unknown): ActionResult<never> {
  if (isDomainError(error)) {
    const message = messageFor(error)
    return { ok: false, code: error.code, message, fields: error.field ? { [error.field]: message } : {} }
  }
  log.error('action failed', error)
  return { ok: false, code: 'unexpected', message: messageFor(error), fields: {} }
}

/**
 * The one way to make a server action. Takes a plain object or a posted form, parses it with `schema`, checks the
 * caller's role where one is named, runs, and answers an ActionResult; nothing but a redirect or not-found is
 * thrown, and no raw message leaves. A marketer may do what a shopper may.
 */
export function action<Schema extends z.ZodType, Data>(options: {
  schema: Schema
  role?: Role
  run: (input: z.output<Schema>, context: ActionContext) => Promise<Data>
}): (input: unknown) => Promise<ActionResult<Data>> {
  return async input => {
    try {
      const parsed = options.schema.safeParse(input instanceof FormData ? formObject(input) : input, {
        error: wordsForIssue,
      })
      if (!parsed.success) {
        const fields = fieldsOf(parsed.error)
        return { ok: false, code: 'invalid_input', message: messageFor('invalid_input'), fields }
      }
      const context = await contextOf()
      if (options.role && !context.session) throw new DomainError('not_signed_in')
      if (options.role === 'marketer' && context.session?.role !== 'marketer') {
        throw new DomainError('not_allowed')
      }
      return { ok: true, data: await options.run(parsed.data, context) }
    } catch (error) {
      unstable_rethrow(error)
      return refusal(error)
    }
  }
}
