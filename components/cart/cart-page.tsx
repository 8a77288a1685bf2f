'use client'

import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { CartLines } from '#components/cart/cart-lines.tsx'
import { savePreferences, usePreferences } from '#components/cart/cart-preferences.ts'
import { CartSkeleton } from '#components/cart/cart-skeleton.tsx'
import { ensureCart, type OpenCart, refreshCart, useCartState } from '#components/cart/cart-store.ts'
import { EmptyCart } from '#components/cart/empty-cart.tsx'
import { useCartLines } from '#components/cart/use-cart-lines.ts'
import { useFreshPrices } from '#components/cart/use-fresh-prices.ts'
import { Comparison, type SelectFulfilment } from '#components/quote/comparison.tsx'
import { DestinationForm } from '#components/quote/destination-form.tsx'
import { QuoteSkeletons } from '#components/quote/quote-skeleton.tsx'
import type { RestockActions } from '#components/restock/restock-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Price } from '#components/ui/price.tsx'
import { market } from '#lib/domain/address.ts'
import { guidanceTotal, itemCount } from '#lib/domain/cart.ts'

/** The visitor's cart: its lines, and what it costs at each retailer. */
export function CartPage({
  open,
  select,
  restock,
}: {
  open: OpenCart
  select: SelectFulfilment
  restock: RestockActions
}) {
  const { view, busy, problem, before } = useCartState()
  const state = useCartLines(view?.cart.lines ?? [], view?.shortages ?? [], open)

  // Once a visit: the first call sets a cookie, and then every action handed in is a new function.
  const ensure = useEffectEvent(() => void ensureCart(open))
  useEffect(() => ensure(), [])
  useFreshPrices(view?.outcomes ?? [], () => void refreshCart(open))

  if (!view)
    return problem && !busy ? (
      <Failed onRetry={() => void refreshCart(open)}>{problem}</Failed>
    ) : (
      <CartSkeleton />
    )
  const count = itemCount(state.lines)
  return (
    <>
      <PageHeading
        lead={
          count > 0 && (
            <>
              {count} {count === 1 ? 'item' : 'items'}, about{' '}
              <Price value={guidanceTotal(state.lines, market.currency)} /> at our suggested prices. Each
              retailer sets its own.
            </>
          )
        }
        title="Your cart"
      />
      {problem && (
        <Notice className="mb-6" role="alert" tone="warn">
          {problem}
        </Notice>
      )}
      {(count > 0 || state.removed) && (
        <CartLines restock={restock} shortages={view.shortages} state={state} />
      )}
      {count === 0 && <EmptyCart />}
      {count > 0 && <Prices before={before} busy={busy} open={open} select={select} />}
    </>
  )
}

function Failed({ children, onRetry }: { children: ReactNode; onRetry: () => void }) {
  return (
    <>
      <PageHeading title="Your cart" />
      <Notice role="alert" title="We could not open your cart" tone="bad">
        {children} Nothing in it is lost.
      </Notice>
      <Button className="mt-4" onClick={onRetry}>
        Try again
      </Button>
    </>
  )
}

type PricesProps = { open: OpenCart; select: SelectFulfilment; busy: boolean } & Pick<
  ReturnType<typeof useCartState>,
  'before'
>

function Prices({ open, select, busy, before }: PricesProps) {
  const { view } = useCartState()
  const { destination, loyaltyIds, discountCodes } = usePreferences()
  const [editing, setEditing] = useState(false)
  const place = editing ? (
    <DestinationForm
      destination={destination}
      onCancel={() => setEditing(false)}
      onChange={changed => {
        savePreferences({ destination: changed })
        setEditing(false)
        void refreshCart(open)
      }}
    />
  ) : (
    <p className="flex flex-wrap items-center gap-x-1">
      <span>
        Full price, delivered to{' '}
        <strong className="font-semibold">
          {destination.postalCode}, {destination.region}
        </strong>
      </span>
      <Button onClick={() => setEditing(true)} size="small" variant="quiet">
        Change<span className="sr-only"> where to deliver</span>
      </Button>
    </p>
  )
  if (!view || view.outcomes.length === 0) {
    return (
      <section className="mt-14 grid gap-6">
        {place}
        {busy && <QuoteSkeletons />}
      </section>
    )
  }
  return (
    <Comparison
      before={before}
      busy={busy}
      destination={place}
      discountCodes={discountCodes}
      loyaltyIds={loyaltyIds}
      onAskAgain={() => void refreshCart(open)}
      onCodeChange={(retailerId, code) => {
        const { [retailerId]: _, ...others } = discountCodes
        savePreferences({ discountCodes: code ? { ...others, [retailerId]: code } : others })
        void refreshCart(open)
      }}
      onLoyaltyChange={(retailerId, loyaltyId) => {
        const { [retailerId]: _, ...others } = loyaltyIds
        savePreferences({ loyaltyIds: loyaltyId ? { ...others, [retailerId]: loyaltyId } : others })
        void refreshCart(open)
      }}
      select={select}
      view={view}
    />
  )
}
