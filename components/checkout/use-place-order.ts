'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { spendCart } from '#components/cart/cart-store.ts'
import { rememberOrder } from '#components/checkout/checkout-memory.ts'
import { tokenizeCard } from '#components/checkout/tokenize-card.ts'
import type { Accepted } from '#components/checkout/use-accepted-quote.ts'
import type { Action, ActionResult } from '#lib/domain/action-result.ts'
import type { CardToken, CheckoutFormOutput, PlaceOrderInput } from '#lib/domain/checkout-form.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'

export type PlaceOrder = Action<PlaceOrderInput, { orderIds: string[] }>
type Refusal = Extract<ActionResult<never>, { ok: false }>

function cardRefusal(error: unknown): Refusal {
  const code = isDomainError(error) ? error.code : 'unexpected'
  const message = messageFor(error)
  const field = isDomainError(error) && error.field
  return { ok: false, code, message, fields: field ? { [`card.${field}`]: message } : {} }
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
    let payments: [string, CardToken][]
    try {
      payments = await Promise.all(
        accepted.map(async ({ quote, retailer }): Promise<[string, CardToken]> => {
          return [quote.id, await tokenizeCard(retailer.tokenizeUrl, card, quote.totals.total)]
        }),
      )
    } catch (error) {
      return cardRefusal(error)
    }
    const quoteIds = accepted.map(each => each.quote.id)
    const input = { ...details, quoteIds, payments: Object.fromEntries(payments) }
    const result = await placeOrder(input).catch(() => undefined)
    if (!result) return { ok: false, code: 'unexpected', message: messageFor(undefined), fields: {} }
    if (!result.ok) return result
    for (const [index, id] of quoteIds.entries()) {
      rememberOrder(id, result.data.orderIds[index] ?? result.data.orderIds[0] ?? '')
    }
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
