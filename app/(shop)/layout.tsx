import type { ReactNode } from 'react'
import { sendChanges } from '#app/(shop)/cart/actions.ts'
import { readFrame } from '#app/(shop)/catalogue.ts'
import { CartLink } from '#components/cart/cart-link.tsx'
import { Announcement } from '#components/layout/announcement.tsx'
import { ShopFrame } from '#components/layout/shop-frame.tsx'

/** The frame of all shop pages. What it reads is the same for everyone, so that pages below may be prerendered. */
export default async function ShopLayout({ children }: { children: ReactNode }) {
  const { shelves, announcement } = await readFrame()
  return (
    <ShopFrame
      announcement={announcement && <Announcement announcement={announcement} />}
      cartLink={<CartLink send={sendChanges} />}
      shelves={shelves}
    >
      {children}
    </ShopFrame>
  )
}
