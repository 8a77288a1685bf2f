'use client'

import { useEffect, useEffectEvent } from 'react'
import type { QuoteOutcome } from '#lib/domain/quote.ts'

/**
 * Calls `onExpired` once the first of the quotes has run out, but only while the shopper is looking: a tab left open
 * in the background asks nobody anything until it is looked at again.
 */
export function useFreshPrices(outcomes: readonly QuoteOutcome[], onExpired: () => void): void {
  const ends = outcomes.flatMap(outcome => (outcome.status === 'quoted' ? [outcome.quote.expiresAt] : []))
  const first = ends.toSorted()[0]
  const expired = useEffectEvent(onExpired)

  useEffect(() => {
    if (!first) return
    const look = () => {
      if (document.visibilityState === 'visible' && Date.parse(first) <= Date.now()) expired()
    }
    // One second late, so that the server too finds it expired.
    const timer = setTimeout(look, Math.min(Date.parse(first) - Date.now() + 1000, 2 ** 31 - 1))
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [first])
}
