'use server'

import { revalidatePath } from 'next/cache'
import { action } from '#lib/action.ts'
import { giveRole } from '#lib/auth.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { giveRoleSchema } from '#lib/domain/staff.ts'

/** Gives a person a role or takes it away. Nobody changes their own, so that an admin is always left. */
export const changeRole = action({
  schema: giveRoleSchema,
  role: 'admin',
  run: async ({ email, role }, { session }) => {
    if (email === session.email) throw new DomainError('own_role', { field: 'email' })
    await giveRole(email, role === 'none' ? 'shopper' : role)
    revalidatePath('/studio/people')
  },
  records: ({ email, role }) => [{ subject: { kind: 'person', id: email }, verb: 'set_role', detail: role }],
})
