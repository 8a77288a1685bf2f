'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ensureCart, type OpenCart, refreshCart, useCartState } from '#components/cart/cart-store.ts'
import { useFreshPrices } from '#components/cart/use-fresh-prices.ts'
import { orderOfQuote, rememberRetailer, retailerOfQuote } from '#components/checkout/checkout-memory.ts'
import type { CartView } from '#lib/domain/cart-view.ts'
import type { Money } from '#lib/domain/money.ts'
import type { Quote } from '#lib/domain/quote.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'

/** One retailer's part of a checkout: its quote, as it stands now. */
export type Accepted = { quote: Quote; retailer: RetailerSummary }

/** The quote of `retailerId` in `view`, beside the retailer itself. */
function acceptedFrom(view: CartView | undefined, retailerId: string | undefined): Accepted | undefined {
  const retailer = view?.retailers.find(each => each.id === retailerId)
  for (const outcome of view?.outcomes ?? []) {
    if (outcome.status === 'quoted' && outcome.retailerId === retailerId && retailer) {
      return { quote: outcome.quote, retailer }
    }
  }
  return undefined
}

/**
 * What is being bought: the quote that the address names or, where that one has run out, the same retailer's fresh
 * one, with the total that it had before. The address then follows, so that a reload finds the fresh one. A quote
 * that has become an order leads to the order.
 */
export function useAcceptedQuote(open: OpenCart) {
  const router = useRouter()
  const quoteId = useSearchParams().get('quote') ?? ''
  const { view, busy, problem } = useCartState()
  const [shownTotal, setShownTotal] = useState<Money>()
  const [settled, setSettled] = useState(false)

  const named = view?.outcomes.find(each => each.status === 'quoted' && each.quote.id === quoteId)
  const retailerId = named?.retailerId ?? retailerOfQuote(quoteId)
  const accepted = settled ? acceptedFrom(view, retailerId) : undefined

  useEffect(() => {
    const order = orderOfQuote(quoteId)
    if (order) router.replace(`/orders/${order}`)
    else void ensureCart(open, { quote: false }).then(() => setSettled(true))
  }, [quoteId, open, router])

  const current = accepted?.quote
  useEffect(() => {
    if (!current) return
    rememberRetailer(current.id, current.retailerId)
    if (current.id !== quoteId) {
      window.history.replaceState(null, '', `/checkout?quote=${current.id}`)
    }
  }, [current, quoteId])

  useFreshPrices(
    current ? [{ status: 'quoted', retailerId: current.retailerId, quote: current }] : [],
    () => void fresh(),
  )

  /** Asks for fresh prices; a different total is then marked beside the one shown until now. */
  function fresh() {
    setShownTotal(current?.totals.total)
    return refreshCart(open)
  }

  const was =
    shownTotal && current && shownTotal.amount !== current.totals.total.amount ? shownTotal : undefined
  return { view, busy, problem, accepted, was, fresh, settled, keepTotal: () => setShownTotal(undefined) }
}
