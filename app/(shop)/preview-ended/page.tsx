import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '#components/ui/empty-state.tsx'

export const metadata: Metadata = { title: 'This preview has ended', robots: { index: false } }

export default function PreviewEndedPage() {
  return (
    <div className="shell py-10">
      <EmptyState
        action={
          <Link className="prose-link" href="/products">
            See what the shop has now
          </Link>
        }
        title="This preview has ended"
      >
        Links to a preview work for some days. Whoever sent you this one can make a new one.
      </EmptyState>
    </div>
  )
}
