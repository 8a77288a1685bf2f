'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { shortDate } from '#lib/domain/dates.ts'
import { type StaffMember, staffRoles } from '#lib/domain/staff.ts'
import type { ChangeRole } from './role-form.tsx'

type StaffListProps = {
  staff: readonly StaffMember[]
  /** Whose role cannot be changed: the reader's own. */
  own: string
  changeRole: ChangeRole
}

/** Everyone who works here, with a way to let each go. */
export function StaffList({ staff, own, changeRole }: StaffListProps) {
  const [going, setGoing] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function letGo(email: string) {
    setGoing(email)
    setProblem(undefined)
    const result = await changeRole({ email, role: 'none' }).catch(() => undefined)
    setGoing(undefined)
    if (!result?.ok) setProblem(result?.message ?? 'The connection broke. Please try again.')
  }

  if (staff.length === 0) return <p className="text-muted">Nobody has a role yet.</p>
  return (
    <div className="grid gap-3">
      {problem && (
        <Notice role="alert" tone="bad">
          {problem}
        </Notice>
      )}
      <ul className="border-ink border-t">
        {staff.map(({ email, role, since }) => (
          <li className="flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-b py-2.5" key={email}>
            <span className="min-w-0 grow basis-56">
              <span className="block truncate font-semibold">{email}</span>
              <span className="block text-muted text-sm">
                {role}: {staffRoles[role]}, since {shortDate(since)}
              </span>
            </span>
            {email === own ? (
              <span className="text-muted text-sm">You</span>
            ) : (
              <Button
                onClick={() => void letGo(email)}
                pending={going === email}
                size="small"
                variant="outline"
              >
                Take the role away<span className="sr-only"> from {email}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
