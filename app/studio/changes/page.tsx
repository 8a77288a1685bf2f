import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ChangeList } from '#components/studio/change-list.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { isDomainError } from '#lib/domain/errors.ts'
import { listChanges } from '#lib/services/list-changes.ts'

export const metadata: Metadata = { title: 'Changes' }

const firstMonth = '2026-11'
const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const querySchema = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  after: z.string().max(400).optional(),
})

function neighbour(month: string, step: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + step)).toISOString().slice(0, 7)
}

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function ChangesPage({ searchParams }: { searchParams: Query }) {
  const asked = querySchema.safeParse(await searchParams)
  if (!asked.success) notFound()
  const thisMonth = new Date().toISOString().slice(0, 7)
  const { month = thisMonth, after } = asked.data
  const { changes, next } = await listChanges(month, after).catch(error => {
    if (isDomainError(error, 'invalid_input')) notFound()
    throw error
  })
  const quiet = buttonStyles({ variant: 'quiet', size: 'small' })
  return (
    <div className="shell grid gap-6 py-6 lg:py-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="font-semibold font-text text-2xl tracking-tight">Changes</h1>
        <nav aria-label="Months" className="flex flex-wrap items-center gap-2">
          {month > firstMonth && (
            <Link className={quiet} href={`/studio/changes?month=${neighbour(month, -1)}`}>
              Earlier
            </Link>
          )}
          <span className="font-semibold">{monthName.format(new Date(`${month}-01`))}</span>
          {month < thisMonth && (
            <Link className={quiet} href={`/studio/changes?month=${neighbour(month, 1)}`}>
              Later
            </Link>
          )}
        </nav>
      </div>
      <ChangeList changes={changes} />
      {next && (
        <div>
          <Link
            className={buttonStyles({ variant: 'outline', size: 'small' })}
            href={`/studio/changes?month=${month}&after=${encodeURIComponent(next)}`}
          >
            Next page
          </Link>
        </div>
      )}
    </div>
  )
}
