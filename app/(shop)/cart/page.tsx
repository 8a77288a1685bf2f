import type { Metadata } from 'next'
import { open, select } from '#app/(shop)/cart/actions.ts'
import { wishRestock, wishRestockPlain } from '#app/(shop)/restock/actions.ts'
import { CartPage } from '#components/cart/cart-page.tsx'

export const metadata: Metadata = { title: 'Your cart', robots: { index: false } }

/** The same for everyone, so that it can be held by a CDN: the cart itself is fetched by the browser. */
export default function Page() {
  return (
    <div className="shell pt-8 pb-24 lg:pt-12">
      <noscript>
        <meta content="0;url=/cart/plain" httpEquiv="refresh" />
        <p>
          <a href="/cart/plain">Open your cart without JavaScript</a>
        </p>
      </noscript>
      <CartPage open={open} restock={{ wish: wishRestock, wishPlain: wishRestockPlain }} select={select} />
    </div>
  )
}
