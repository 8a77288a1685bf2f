import { requireRole, rolesAllowedTo } from '#lib/auth.ts'
import { isDomainError } from '#lib/domain/errors.ts'

type Role = Parameters<typeof rolesAllowedTo>[0]

/** Whoever may do what `role` may, as the table has it now. Throws `not_signed_in` or `not_allowed`. */
export function requireStudio(role: Role) {
  return requireRole(rolesAllowedTo(role))
}

/** The answer to a request that is not allowed, or undefined for one that is. */
export async function refusalOf(check: () => Promise<unknown>): Promise<Response | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    if (isDomainError(error, 'not_signed_in')) return new Response(null, { status: 401 })
    if (isDomainError(error, 'not_allowed')) return new Response(null, { status: 404 })
    throw error
  }
}
