import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { type Role, rolesAllowedTo } from '#lib/auth/roles.ts'
import { requireRole, signedInPerson } from '#lib/auth.ts'
import { addChanges } from '#lib/data/changes.ts'
import type { ActionResult } from '#lib/domain/action-result.ts'
import type { NewChange } from '#lib/domain/change.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { formObject } from '#lib/domain/form-object.ts'
import { messageFor, wordsForIssue } from '#lib/domain/messages.ts'
import { log } from '#lib/log.ts'
import { newVisitor, type Visitor } from '#lib/services/identify-visitor.ts'
import { currentVisitor, rememberVisitor } from '#lib/visitor.ts'

export { currentViewer, rememberSeenOrder } from '#lib/viewer.ts'
export { cookieOptions, currentVisitor } from '#lib/visitor.ts'

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

/** Who is signed in, with the role given at sign-in. Costs nothing for a guest. */
export async function currentSession(): Promise<Session | undefined> {
  const person = await signedInPerson()
  return person ? { email: person.email, role: person.role } : undefined
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

type StudioContext = ActionContext & { session: Session }

/**
 * What an action did, from its input and what it answered, for the log of changes: `nothing` for one that only reads,
 * an empty list where it turned out that nothing was changed.
 */
type Records<Input, Data> = 'nothing' | ((input: Input, data: Data) => readonly NewChange[])

type Options<Schema extends z.ZodType, Data> = { schema: Schema } & (
  | {
      role?: 'shopper' | 'viewer'
      run: (input: z.output<Schema>, context: ActionContext) => Promise<Data>
    }
  | {
      role: 'marketer' | 'admin'
      run: (input: z.output<Schema>, context: StudioContext) => Promise<Data>
      records: Records<z.output<Schema>, Data>
    }
)

/** Runs; what was changed in the studio is recorded with who did it. */
async function perform<Schema extends z.ZodType, Data>(
  options: Options<Schema, Data>,
  input: z.output<Schema>,
  person: Session | undefined,
): Promise<Data> {
  const context = await contextOf()
  if (!('records' in options)) return options.run(input, context)
  if (!person) throw new DomainError('not_signed_in')
  const data = await options.run(input, { ...context, session: person })
  if (options.records !== 'nothing') await addChanges(person.email, options.records(input, data))
  return data
}

/**
 * The one way to make a server action. Checks the caller's role where one is named, takes a plain object or a posted
 * form, parses it with `schema`, runs, and answers an ActionResult; nothing but a redirect or not-found is
 * thrown, and no raw message leaves. A marketer may do what a shopper may, an admin everything. Whatever a marketer
 * or an admin does is recorded: such an action must say what, in `records`, and must not redirect in `run`.
 */
export function action<Schema extends z.ZodType, Data>(
  options: Options<Schema, Data>,
): (input: unknown) => Promise<ActionResult<Data>> {
  return async input => {
    try {
      const person = options.role && (await requireRole(rolesAllowedTo(options.role)))
      const parsed = options.schema.safeParse(input instanceof FormData ? formObject(input) : input, {
        error: wordsForIssue,
      })
      if (!parsed.success) {
        const fields = fieldsOf(parsed.error)
        return { ok: false, code: 'invalid_input', message: messageFor('invalid_input'), fields }
      }
      return { ok: true, data: await perform(options, parsed.data, person) }
    } catch (error) {
      unstable_rethrow(error)
      return refusal(error)
    }
  }
}
