import type { Metadata } from 'next'
import { Suspense } from 'react'
import { open, select } from '#app/(shop)/cart/actions.ts'
import { CheckoutPage } from '#components/checkout/checkout-page.tsx'
import { CheckoutSkeleton } from '#components/checkout/checkout-skeleton.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isLocal } from '#lib/config.ts'
import { placeOrder, prefill } from './actions.ts'

export const metadata: Metadata = { title: 'Checkout', robots: { index: false } }

/** The same for everyone, so that it can be held by a CDN: the browser knows which quote it is about. */
export default function Page() {
  return (
    <div className="shell pt-8 pb-24 lg:pt-12">
      <noscript>
        <Notice title="Paying needs JavaScript" tone="warn">
          Your card goes from your browser straight to the retailer’s payment service, and only a script can
          send it there. Turn JavaScript on for this page, or <a href="/cart/plain">go back to your cart</a>.
        </Notice>
      </noscript>
      <Suspense fallback={<CheckoutSkeleton />}>
        <CheckoutPage actions={{ open, select, placeOrder, prefill }} testCards={isLocal} />
      </Suspense>
    </div>
  )
}
