import type { ReactNode } from 'react'
import { sendChanges } from '#app/(shop)/cart/actions.ts'
import { CartLink } from '#components/cart/cart-link.tsx'
import { ShopFrame } from '#components/layout/shop-frame.tsx'

/** The frame of all shop pages. It reads nothing, so that pages below may be prerendered. */
export default function ShopLayout({ children }: { children: ReactNode }) {
  return <ShopFrame cartLink={<CartLink send={sendChanges} />}>{children}</ShopFrame>
}
