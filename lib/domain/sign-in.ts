import { z } from 'zod'
import { contactSchema } from '#lib/domain/address.ts'

/** A path on this site to return to; anything else becomes the account page. */
export const returnPathSchema = z
  .string()
  .regex(/^\/(?![/\\])[\w\-/]*$/)
  .max(200)
  .catch('/account')

/** What the sign-in form sends. */
export const signInSchema = contactSchema.pick({ email: true }).extend({ from: returnPathSchema })
export type SignInInput = z.input<typeof signInSchema>

/** Why a sign-in did not work, in words; the codes are next-auth's. */
export function signInProblem(code: string | undefined): string | undefined {
  if (!code) return undefined
  if (code === 'Verification') return 'That link has been used or has run out. Ask for a new one below.'
  if (code === 'invalid_input') return 'Enter an e-mail address such as ada@example.com.'
  if (code === 'too_many_requests')
    return 'We have just sent you a link. Please wait a minute before the next.'
  return 'That did not work. Please try again.'
}

/** Who the demo lets you be. */
export const demoRoles = ['shopper', 'viewer', 'marketer', 'admin'] as const

export const demoSignInSchema = z.object({ person: z.enum(demoRoles), from: returnPathSchema })
