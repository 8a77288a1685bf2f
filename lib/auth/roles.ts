import { z } from 'zod'

/** What a person may do: buy, see what the site earns, edit the catalogue, or everything. */
export const roleSchema = z.enum(['shopper', 'viewer', 'marketer', 'admin'])
export type Role = z.infer<typeof roleSchema>

const rank = roleSchema.options

/** The roles that may do what `role` may: the role itself and those above it. */
export function rolesAllowedTo(role: Role): readonly Role[] {
  return rank.slice(rank.indexOf(role))
}

/** The part of the studio that a viewer sees, and where a viewer is taken. */
export const insightPath = '/studio/insight'

/** What a role may do with a path of the studio: see it, see another in its place, or not know of it. */
export function studioAccess(role: Role, path: string): 'allowed' | 'insight' | 'none' {
  if (rolesAllowedTo('marketer').includes(role)) return 'allowed'
  if (role !== 'viewer') return 'none'
  if (path === insightPath || path.startsWith(`${insightPath}/`)) return 'allowed'
  return path === '/studio' ? 'insight' : 'none'
}

/** A role as stored; anything unknown or absent is a shopper's. */
export function roleOf(value: unknown): Role {
  const parsed = roleSchema.safeParse(value)
  return parsed.success ? parsed.data : 'shopper'
}
