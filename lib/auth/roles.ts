import { z } from 'zod'

/** What a person may do: buy, edit the catalogue, or everything. */
export const roleSchema = z.enum(['shopper', 'marketer', 'admin'])
export type Role = z.infer<typeof roleSchema>

const rank = roleSchema.options

/** The roles that may do what `role` may: the role itself and those above it. */
export function rolesAllowedTo(role: Role): readonly Role[] {
  return rank.slice(rank.indexOf(role))
}

/** Who works in the studio. */
export const studioRoles = rolesAllowedTo('marketer')

/** A role as stored; anything unknown or absent is a shopper's. */
export function roleOf(value: unknown): Role {
  const parsed = roleSchema.safeParse(value)
  return parsed.success ? parsed.data : 'shopper'
}
