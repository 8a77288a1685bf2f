import type { Metadata } from 'next'
import { RangeForm } from '#components/studio/insight/range-form.tsx'
import { ReportPage } from '#components/studio/insight/report-page.tsx'
import { dayOf, readRange } from '#lib/domain/insight/periods.ts'
import { readInsight } from '#lib/services/insight/read-insight.ts'

export const metadata: Metadata = { title: 'Insight' }

type Query = Promise<Record<'from' | 'to', string | string[] | undefined>>

export default async function InsightPage({ searchParams }: { searchParams: Query }) {
  const today = dayOf(Date.now())
  const range = readRange(await searchParams, today)
  const report = await readInsight(range)
  return (
    <div className="shell grid grid-cols-[minmax(0,1fr)] gap-8 py-6 lg:py-8">
      <h1 className="font-semibold font-text text-2xl tracking-tight">Insight</h1>
      <RangeForm range={range} today={today} />
      <ReportPage report={report} />
    </div>
  )
}
