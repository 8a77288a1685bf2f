import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ShopFrame } from '#components/layout/shop-frame.tsx'

/** The frame of all shop pages. It reads nothing, so that pages below may be prerendered. */
export default function ShopLayout({ children }: { children: ReactNode }) {
  return <ShopFrame cartLink={<Link href={'/cart' as Route}>Cart</Link>}>{children}</ShopFrame>
}
