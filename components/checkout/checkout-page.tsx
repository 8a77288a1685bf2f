'use client'

import Link from 'next/link'
import type { OpenCart } from '#components/cart/cart-store.ts'
import { EmptyCart } from '#components/cart/empty-cart.tsx'
import { CheckoutForm } from '#components/checkout/checkout-form.tsx'
import { CheckoutSkeleton } from '#components/checkout/checkout-skeleton.tsx'
import { useAcceptedQuote } from '#components/checkout/use-accepted-quote.ts'
import type { PlaceOrder } from '#components/checkout/use-place-order.ts'
import type { Prefill } from '#components/checkout/use-prefill.ts'
import type { SelectFulfilment } from '#components/quote/comparison.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { isComplete } from '#lib/domain/quote.ts'

export type CheckoutActions = {
  open: OpenCart
  select: SelectFulfilment
  placeOrder: PlaceOrder
  prefill: Prefill
}

/** Buying what one quote says from the retailer that gave it. */
export function CheckoutPage({ actions, testCards }: { actions: CheckoutActions; testCards: boolean }) {
  const checkout = useAcceptedQuote(actions.open)
  const { view, accepted, settled } = checkout
  if (!settled || (!view && checkout.busy)) return <CheckoutSkeleton />
  if (view?.cart.lines.length === 0) {
    return (
      <>
        <PageHeading title="Checkout" />
        <EmptyCart />
      </>
    )
  }
  if (!view || !accepted || !isComplete(accepted.quote)) {
    return (
      <>
        <PageHeading title="Checkout" />
        <Notice
          role="alert"
          title={
            accepted
              ? `${accepted.retailer.name} no longer has all of it`
              : 'These prices are not to be had any more'
          }
          tone="warn"
        >
          {checkout.problem ?? 'Nothing was ordered. Your cart is as you left it, with fresh prices.'}
        </Notice>
        <Link className={buttonStyles({ className: 'mt-5' })} href="/cart">
          Compare again
        </Link>
      </>
    )
  }
  return (
    <CheckoutForm
      accepted={accepted}
      actions={actions}
      busy={checkout.busy}
      onFresh={checkout.fresh}
      testCards={testCards}
      view={view}
      was={checkout.was}
    />
  )
}
