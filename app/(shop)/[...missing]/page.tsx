import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Not here', robots: { index: false } }

// Not kept: anyone can make up addresses without end.
export const dynamic = 'force-dynamic'

/** For addresses that no other route answers. */
export default function Missing() {
  notFound()
}
