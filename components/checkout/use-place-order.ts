'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { spendCart } from '#components/cart/cart-store.ts'
import { campaignOfTab, forgetCheckouts } from '#components/cart/seen.ts'
import { forgetDetails, rememberOrder } from '#components/checkout/checkout-memory.ts'
import { tokenizeCard } from '#components/checkout/tokenize-card.ts'
import type { Accepted } from '#components/checkout/use-accepted-quotes.ts'
import type { Action, ActionResult } from '#lib/domain/action-result.ts'
import type { Card, CardToken, CheckoutFormOutput, PlaceOrderInput } from '#lib/domain/checkout-form.ts'
import { messageFor } from '#lib/domain/messages.ts'

export type PlaceOrder = Action<PlaceOrderInput, { orderIds: string[] }>
type Refusal = Extract<ActionResult<never>, { ok: false }>

function refused(code: Refusal['code'], fields: Record<string, string> = {}): Refusal {
  return { ok: false, code, message: messageFor(code), fields }
}

/** A token for each quote, by quote id, or why there is none. */
async function payFor(accepted: Accepted[], card: Card): Promise<ActionResult<Record<string, CardToken>>> {
  const payments: Record<string, CardToken> = {}
  for (const { quote, retailer } of accepted) {
    if (!retailer.tokenizeUrl) return refused('payment_unreachable')
    const result = await tokenizeCard(retailer.tokenizeUrl, card)
    if (result.status === 'unreachable') return refused('payment_unreachable')
    if (result.status === 'refused') {
      const fields = Object.entries(result.fields).map(([name, words]) => [`card.${name}`, words])
      return refused('invalid_input', Object.fromEntries(fields))
    }
    payments[quote.id] = result.token
  }
  return { ok: true, data: payments }
}

/**
 * Pays and orders: the card becomes a token for each retailer's processor, then the order is placed and the shopper
 * is taken to it. One press at a time; the server sees to it that one checkout makes one order whatever happens.
 */
export function usePlaceOrder(placeOrder: PlaceOrder, accepted: Accepted[]) {
  const router = useRouter()
  const sending = useRef(false)
  const [placing, setPlacing] = useState(false)

  async function send({ card, ...details }: CheckoutFormOutput): Promise<Refusal | undefined> {
    const payments = await payFor(accepted, card)
    if (!payments.ok) return payments
    const quoteIds = accepted.map(each => each.quote.id)
    const order = { ...details, quoteIds, campaign: campaignOfTab(), payments: payments.data }
    const result = await placeOrder(order).catch(() => undefined)
    if (!result) return refused('unexpected')
    if (!result.ok) return result
    for (const [index, id] of quoteIds.entries()) {
      rememberOrder(id, result.data.orderIds[index] ?? result.data.orderIds[0] ?? '')
    }
    forgetDetails()
    forgetCheckouts(quoteIds)
    router.push(`/orders/${result.data.orderIds[0]}`)
    spendCart()
    return undefined
  }

  async function place(values: CheckoutFormOutput): Promise<Refusal | undefined> {
    if (sending.current) return undefined
    sending.current = true
    setPlacing(true)
    const refusal = await send(values)
    // After success the page is on its way out: the button stays shut.
    if (refusal) {
      sending.current = false
      setPlacing(false)
    }
    return refusal
  }

  return { place, placing }
}
