import type { Metadata } from 'next'
import { NotFoundNotice } from '#components/layout/not-found-notice.tsx'

export const metadata: Metadata = { title: 'Not here', robots: { index: false } }

/**
 * Outside the shop's frame, since every page carries this one along. Addresses that no route answers come to
 * `(shop)/[...missing]`, which has the frame.
 */
export default function NotFound() {
  return (
    <main>
      <NotFoundNotice />
    </main>
  )
}
