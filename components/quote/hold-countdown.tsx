'use client'

import { useEffect, useState } from 'react'

/** Whole seconds left until `until` (ISO 8601), counting down; 0 from then on. */
function useSecondsLeft(until: string): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const look = () => setLeft(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000)))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [until])
  return left
}

/** How long a price still holds. Quiet for screen readers: a page that acts on the end says so itself. */
export function HoldCountdown({ expiresAt }: { expiresAt: string }) {
  const left = useSecondsLeft(expiresAt)
  if (left === undefined) return null
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <p className="text-muted text-note">
      {left === 0 ? (
        'This price has run out.'
      ) : (
        <>
          This price holds for <span className="figures font-semibold text-ink">{clock}</span>
        </>
      )}
    </p>
  )
}
