'use client'

import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { CartLine } from '#lib/domain/cart.ts'

/** Stands where a line was taken out, to bring it back. Takes the focus, which was on the line's own button. */
export function RemovedRow({ line, onUndo }: { line: CartLine; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => undo.current?.focus(), [])
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b py-2">
      <p role="status">
        Removed: {line.quantity} × {line.name}, {line.variantLabel}
      </p>
      <Button onClick={onUndo} ref={undo} variant="quiet">
        Undo<span className="sr-only">, put {line.name} back</span>
      </Button>
    </li>
  )
}
