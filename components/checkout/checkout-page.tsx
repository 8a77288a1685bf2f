'use client'

import Link from 'next/link'
import type { OpenCart } from '#components/cart/cart-store.ts'
import { EmptyCart } from '#components/cart/empty-cart.tsx'
import { CheckoutForm } from '#components/checkout/checkout-form.tsx'
import { CheckoutSkeleton } from '#components/checkout/checkout-skeleton.tsx'
import { useAcceptedQuotes } from '#components/checkout/use-accepted-quotes.ts'
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

/** Buying what the accepted quotes say, each from the retailer that gave it. */
export function CheckoutPage({ actions, testCards }: { actions: CheckoutActions; testCards: boolean }) {
  const checkout = useAcceptedQuotes(actions.open)
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
  const lacking = accepted.find(each => !isComplete(each.quote))
  if (!view || accepted.length === 0 || lacking) {
    return (
      <>
        <PageHeading title="Checkout" />
        <Notice
          role="alert"
          title={
            lacking
              ? `${lacking.retailer.name} no longer has all of it`
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
      onChosen={checkout.unmark}
      onFresh={checkout.fresh}
      testCards={testCards}
      view={view}
    />
  )
}
