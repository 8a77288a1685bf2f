'use client'

import Link from 'next/link'
import { useEffect } from 'react'
import {
  pendingChanges,
  settleOutbox,
  useCartCount,
  usePendingChanges,
} from '#components/cart/cart-outbox.ts'
import { noteCampaign, seenSoFar } from '#components/cart/seen.ts'
import type { Action } from '#lib/domain/action-result.ts'
import type { SendChangesInput } from '#lib/domain/cart-request.ts'

const idleMilliseconds = 20_000

/**
 * The way to the cart, with how many items are in it. Sends what is waiting once the shopper has been idle for a
 * while, so that a cart filled on one page is not lost with the browser's storage.
 */
export function CartLink({ send }: { send: Action<SendChangesInput, { count: number }> }) {
  const count = useCartCount()
  const waiting = usePendingChanges().length

  useEffect(noteCampaign, [])
  useEffect(() => {
    if (waiting === 0) return
    const timer = setTimeout(() => {
      const changes = pendingChanges()
      if (changes.length === 0) return
      // A failed send leaves the changes where they are: the cart page sends them again.
      const { seen, forget } = seenSoFar()
      send({ changes, seen }).then(
        result => {
          if (!result.ok) return
          settleOutbox(changes, result.data.count)
          forget()
        },
        () => undefined,
      )
    }, idleMilliseconds)
    return () => clearTimeout(timer)
  }, [waiting, send])

  return (
    <Link
      href="/cart"
      className="relative inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full px-3"
      aria-label={count === 0 ? 'Cart, empty' : `Cart, ${count} ${count === 1 ? 'item' : 'items'}`}
    >
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 fill-none stroke-[1.6] stroke-current">
        <path d="M4 8.5h16l-1.4 10a2 2 0 0 1-2 1.7H7.4a2 2 0 0 1-2-1.7L4 8.5Z" strokeLinejoin="round" />
        <path d="M8.5 8.5V7a3.5 3.5 0 0 1 7 0v1.5" strokeLinecap="round" />
      </svg>
      {count > 0 && (
        <span
          key={count}
          aria-hidden="true"
          className="figures absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 font-semibold text-on-accent text-xs leading-none"
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  )
}
