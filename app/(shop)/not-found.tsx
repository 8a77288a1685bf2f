import type { Metadata } from 'next'
import { NotFoundNotice } from '#components/layout/not-found-notice.tsx'

export const metadata: Metadata = { title: 'Not here', robots: { index: false } }

/** For products, shelves and orders that do not exist, or that are someone else's. */
export default function NotFound() {
  return <NotFoundNotice />
}
