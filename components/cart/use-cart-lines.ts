'use client'

import { useEffect, useRef, useState } from 'react'
import { changeId, noteChange, usePendingChanges } from '#components/cart/cart-outbox.ts'
import { type OpenCart, refreshCart } from '#components/cart/cart-store.ts'
import { type CartChange, type CartLine, itemCount } from '#lib/domain/cart.ts'
import type { Article } from '#lib/domain/cart-changes.ts'
import { linesAfter } from '#lib/domain/cart-view.ts'
import type { Shortage } from '#lib/domain/shortages.ts'

/** How long to wait for the next press of a plus before asking every retailer again. */
const settleMilliseconds = 600

type Removed = { line: CartLine; index: number }

/**
 * The cart's lines as the shopper left them, ahead of the server, and the ways to change them. Each change goes to
 * the outbox first, so that a reload or a lost connection loses nothing.
 */
export function useCartLines(
  serverLines: readonly CartLine[],
  shortages: readonly Shortage[],
  open: OpenCart,
) {
  const [removed, setRemoved] = useState<Removed>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pending = usePendingChanges()
  // What may come into the cart again, or for the first time, before the server has said so.
  const known = [
    ...(removed ? [removed.line] : []),
    ...shortages.flatMap(each => each.substitutes.map(article => ({ ...article, quantity: 1 }))),
  ]
  const lines = linesAfter(serverLines, pending, known)

  useEffect(() => () => clearTimeout(timer.current), [])

  function note(...changes: CartChange[]) {
    const count = itemCount(linesAfter(lines, changes, known))
    for (const change of changes) noteChange(change, count)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refreshCart(open), settleMilliseconds)
  }

  return {
    lines,
    removed,
    setQuantity: (line: CartLine, quantity: number) =>
      note({ id: changeId(), kind: 'set', sku: line.sku, quantity }),
    remove: (line: CartLine) => {
      setRemoved({ line, index: lines.findIndex(each => each.sku === line.sku) })
      note({ id: changeId(), kind: 'remove', sku: line.sku })
    },
    /** Takes a line out for something similar, in the same number. */
    swap: (line: CartLine, { slug, sku }: Article) => {
      const { quantity } = line
      note(
        { id: changeId(), kind: 'remove', sku: line.sku },
        { id: changeId(), kind: 'add', slug, sku, quantity },
      )
    },
    undo: () => {
      if (!removed) return
      const { slug, sku, quantity } = removed.line
      note({ id: changeId(), kind: 'add', slug, sku, quantity })
      setRemoved(undefined)
    },
  }
}
