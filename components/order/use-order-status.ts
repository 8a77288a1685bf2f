'use client'

import { useEffect, useState } from 'react'
import { isSettled, type OrderStatus } from '#lib/domain/order.ts'

const pollMilliseconds = 2000

/** Follows an order until nothing more will happen by itself: by the server's events, or by asking every two seconds where those fail. */
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
      fetch(`/api/orders/${orderId}/status`)
        .then(answer => (answer.ok ? answer.json() : undefined))
        .then(
          (next: OrderStatus | undefined) => next && setStatus(next),
          // Offline for a moment: the next look will do.
          () => undefined,
        )
    }, pollMilliseconds)
    return () => clearInterval(timer)
  }, [orderId, ended, polling])

  return status
}
