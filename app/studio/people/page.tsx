import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RoleForm } from '#components/studio/people/role-form.tsx'
import { StaffList } from '#components/studio/people/staff-list.tsx'
import { currentSession } from '#lib/action.ts'
import { listStaff } from '#lib/services/list-staff.ts'
import { changeRole } from './actions.ts'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const session = await currentSession()
  if (session?.role !== 'admin') notFound()
  return (
    <div className="shell grid max-w-4xl gap-8 py-6 lg:py-8">
      <h1 className="font-semibold font-text text-2xl tracking-tight">People</h1>
      <StaffList changeRole={changeRole} own={session.email} staff={await listStaff()} />
      <section aria-labelledby="give-role" className="grid gap-4">
        <h2 className="font-semibold font-text text-xl" id="give-role">
          Let someone in
        </h2>
        <RoleForm changeRole={changeRole} />
      </section>
    </div>
  )
}
