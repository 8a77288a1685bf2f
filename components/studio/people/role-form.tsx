'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyRefusal } from '#components/account/apply-refusal.ts'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import { type GiveRole, giveRoleSchema, staffRoles } from '#lib/domain/staff.ts'

export type ChangeRole = Action<GiveRole, void>

/** Gives a role to someone by e-mail address, who then signs in with it. */
export function RoleForm({ changeRole }: { changeRole: ChangeRole }) {
  const { register, handleSubmit, setError, reset, formState } = useForm<GiveRole>({
    resolver: zodResolver(giveRoleSchema),
    defaultValues: { email: '', role: 'viewer' },
  })
  const { errors } = formState
  const submit = handleSubmit(async typed => {
    const result = await changeRole(typed)
    if (!result.ok) return applyRefusal(result, setError)
    reset()
  })
  return (
    <form className="grid gap-4 sm:max-w-md" noValidate onSubmit={submit}>
      <TextField
        {...register('email')}
        autoComplete="off"
        error={errors.email?.message}
        hint="They sign in with it, by a link we mail them."
        id="person-email"
        label="E-mail address"
        type="email"
      />
      <SelectField {...register('role')} error={errors.role?.message} id="person-role" label="Role">
        {Object.entries(staffRoles).map(([role, words]) => (
          <option key={role} value={role}>
            {role}: {words}
          </option>
        ))}
      </SelectField>
      {errors.root && (
        <Notice role="alert" tone="bad">
          {errors.root.message}
        </Notice>
      )}
      <div>
        <Button pending={formState.isSubmitting} type="submit">
          Give the role
        </Button>
      </div>
    </form>
  )
}
