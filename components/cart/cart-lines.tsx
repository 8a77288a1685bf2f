'use client'

import { LineControls } from '#components/cart/line-controls.tsx'
import { LineRow } from '#components/cart/line-row.tsx'
import { RemovedRow } from '#components/cart/removed-row.tsx'
import type { useCartLines } from '#components/cart/use-cart-lines.ts'

/** The cart's lines, each with its controls, and the last removal with a way back. */
export function CartLines({ state }: { state: ReturnType<typeof useCartLines> }) {
  const { lines, removed } = state
  const rows = lines.map(line => (
    <LineRow
      controls={
        <LineControls
          line={line}
          onQuantity={quantity => state.setQuantity(line, quantity)}
          onRemove={() => state.remove(line)}
        />
      }
      key={line.sku}
      line={line}
    />
  ))
  if (removed) {
    rows.splice(removed.index, 0, <RemovedRow key="removed" line={removed.line} onUndo={state.undo} />)
  }
  return <ul className="border-line border-t">{rows}</ul>
}
