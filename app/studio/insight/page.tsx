import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Insight' }

export default function InsightPage() {
  return (
    <div className="shell grid gap-6 py-6 lg:py-8">
      <h1 className="font-semibold font-text text-2xl tracking-tight">Insight</h1>
    </div>
  )
}
