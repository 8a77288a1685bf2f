import type { Metadata } from 'next'
import ShopLayout from '#app/(shop)/layout.tsx'
import { NotFoundNotice } from '#components/layout/not-found-notice.tsx'

export const metadata: Metadata = { title: 'Not here', robots: { index: false } }

/** For addresses that no route answers. */
export default function NotFound() {
  return (
    <ShopLayout>
      <NotFoundNotice />
    </ShopLayout>
  )
}
