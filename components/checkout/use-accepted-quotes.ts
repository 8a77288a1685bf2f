'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ensureCart, type OpenCart, refreshCart, useCartState } from '#components/cart/cart-store.ts'
import { noteCheckout } from '#components/cart/seen.ts'
import { useFreshPrices } from '#components/cart/use-fresh-prices.ts'
import { orderOfQuote, rememberRetailer, retailerOfQuote } from '#components/checkout/checkout-memory.ts'
import type { CartView } from '#lib/domain/cart-view.ts'
import type { Quote } from '#lib/domain/quote.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'

/** One retailer's part of a checkout: its quote, as it stands now. */
export type Accepted = {
  quote: Quote
  retailer: RetailerSummary
  /** The quote shown before a fresh look at the prices, where the total differs. */
  before?: Quote
}

/** The quotes that `ids` name in `view` or, where they have run out, the fresh ones of the same retailers. */
function quotesIn(view: CartView, ids: readonly string[]): Quote[] {
  const whole = view.outcomes.flatMap(each => (each.status === 'quoted' ? [each.quote] : []))
  const known = [...whole, ...view.split]
  const named = ids.flatMap(id => known.find(quote => quote.id === id) ?? [])
  if (named.length === ids.length) return named
  const wanted = ids.map(id => known.find(quote => quote.id === id)?.retailerId ?? retailerOfQuote(id))
  const fresh = ids.length > 1 ? view.split : whole
  const quotes = wanted.flatMap(retailerId => fresh.find(quote => quote.retailerId === retailerId) ?? [])
  const isWhole = ids.length === 1 || quotes.length === view.split.length
  return quotes.length === ids.length && isWhole ? quotes : []
}

function acceptedIn(view: CartView, ids: readonly string[], shown: readonly Quote[]): Accepted[] {
  const quotes = quotesIn(view, ids)
  const accepted = quotes.flatMap(quote => {
    const retailer = view.retailers.find(each => each.id === quote.retailerId)
    const old = shown.find(each => each.retailerId === quote.retailerId)
    const differs = old && old.totals.total.amount !== quote.totals.total.amount
    return retailer ? [{ quote, retailer, before: differs ? old : undefined }] : []
  })
  return accepted.length === ids.length ? accepted : []
}

/**
 * What is being bought: the quotes that the address names, one a retailer, or, where they have run out, the same
 * retailers' fresh ones, each with what it was before. The address then follows, so that a reload finds the fresh
 * ones. A quote that has become an order leads to the order.
 */
export function useAcceptedQuotes(open: OpenCart) {
  const router = useRouter()
  const query = useSearchParams()
  const ids = [...new Set(query.getAll('quote'))]
  const { view, busy, problem } = useCartState()
  const [shown, setShown] = useState<Quote[]>([])
  const [settled, setSettled] = useState(false)
  const [firstId = ''] = ids
  const accepted = settled && view && firstId ? acceptedIn(view, ids, shown) : []

  useEffect(() => {
    const order = orderOfQuote(firstId)
    if (order) router.replace(`/orders/${order}`)
    else void ensureCart(open, { quote: false }).then(() => setSettled(true))
  }, [firstId, open, router])

  const current = accepted.map(each => `${each.quote.id} ${each.quote.retailerId}`).join()
  const asked = ids.join()
  useEffect(() => {
    if (!current) return
    const parts = current.split(',').map(part => part.split(' '))
    for (const [id = '', retailerId = ''] of parts) {
      rememberRetailer(id, retailerId)
      noteCheckout(id, retailerId)
    }
    const fresh = parts.map(([id = '']) => id)
    if (fresh.join() === asked) return
    window.history.replaceState(null, '', `/checkout?${fresh.map(id => `quote=${id}`).join('&')}`)
  }, [current, asked])

  useFreshPrices(
    accepted.map(({ quote }) => ({ status: 'quoted', retailerId: quote.retailerId, quote })),
    () => void fresh(),
  )

  /** Asks for fresh prices; what then differs is marked beside what was shown until now. */
  function fresh() {
    setShown(accepted.map(each => each.quote))
    return refreshCart(open)
  }

  /** Marks nothing any more: what changes next is the shopper's own choice. */
  const unmark = () => setShown([])

  return { view, busy, problem, accepted, fresh, unmark, settled }
}
