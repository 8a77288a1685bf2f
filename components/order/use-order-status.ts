'use client'

import { useEffect, useState } from 'react'
import { isSettled, type OrderStatus } from '#lib/domain/order.ts'
import { deliveryOf } from '#lib/domain/shipments.ts'

const pollMilliseconds = 2000
/** A parcel is no matter of seconds. */
const parcelMilliseconds = 5000

async function ask(orderId: string): Promise<OrderStatus | undefined> {
  try {
    const answer = await fetch(`/api/orders/${orderId}/status`)
    return answer.ok ? ((await answer.json()) as OrderStatus) : undefined
  } catch {
    // Offline for a moment: the next look will do.
    return undefined
  }
}

/**
 * Follows an order until nothing more will happen by itself: by the server's events, or by asking every two seconds
 * where those fail. One that is sold is asked about now and then, while someone looks, until all of it has arrived.
 */
export function useOrderStatus(orderId: string, initial: OrderStatus): OrderStatus {
  const [heard, setStatus] = useState(initial)
  const [polling, setPolling] = useState(false)
  // A page rendered anew after a click may know more than was heard.
  const status = initial.updatedAt > heard.updatedAt ? initial : heard
  const ended = isSettled(status)

  useEffect(() => {
    if (ended || polling) return
    const events = new EventSource(`/api/orders/${orderId}/events`)
    const giveUp = () => {
      events.close()
      setPolling(true)
    }
    events.onmessage = event => setStatus(JSON.parse(event.data) as OrderStatus)
    events.onerror = giveUp
    events.addEventListener('end', giveUp)
    return () => events.close()
  }, [orderId, ended, polling])

  useEffect(() => {
    if (ended || !polling) return
    const timer = setInterval(() => {
      void ask(orderId).then(next => next && setStatus(next))
    }, pollMilliseconds)
    return () => clearInterval(timer)
  }, [orderId, ended, polling])

  const isExpected = ended && status.state === 'confirmed' && deliveryOf(status.afterSale) !== 'delivered'
  useEffect(() => {
    if (!isExpected) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void ask(orderId).then(next => next && setStatus(next))
    }, parcelMilliseconds)
    return () => clearInterval(timer)
  }, [orderId, isExpected])

  return status
}
