import { z } from 'zod'
import { contactSchema } from '#lib/domain/address.ts'

/** Who works in the studio, by what they may do there, with words for each. */
export const staffRoles = {
  viewer: 'sees what the shop earns',
  marketer: 'edits listings, looks after orders and customers',
  admin: 'everything, these roles too',
} as const
export type StaffRole = keyof typeof staffRoles

/** Somebody's role as an admin gives it; `none` takes it away. */
export const giveRoleSchema = contactSchema
  .pick({ email: true })
  .extend({ role: z.enum(['viewer', 'marketer', 'admin', 'none'], 'Choose a role.') })
export type GiveRole = z.infer<typeof giveRoleSchema>

/** Somebody who works in the studio. `since` is ISO 8601: when they were given this role. */
export type StaffMember = { email: string; role: StaffRole; since: string }
