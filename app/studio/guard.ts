import { requireRole, rolesAllowedTo } from '#lib/auth.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { log } from '#lib/log.ts'

type Role = Parameters<typeof rolesAllowedTo>[0]

/** Whoever may do what `role` may, as the table has it now. Throws `not_signed_in` or `not_allowed`. */
export function requireStudio(role: Role) {
  return requireRole(rolesAllowedTo(role))
}

/** The answer of a route handler of the studio whose work threw. */
export function studioRefusal(error: unknown): Response {
  if (isDomainError(error, 'not_signed_in')) return new Response(null, { status: 401 })
  if (isDomainError(error, 'not_allowed') || isDomainError(error, 'not_found')) {
    return new Response(null, { status: 404 })
  }
  log.error('no file made', error)
  return new Response(null, { status: 500 })
}
