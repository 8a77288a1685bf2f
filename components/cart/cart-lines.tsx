'use client'

import { LineControls } from '#components/cart/line-controls.tsx'
import { LineRow } from '#components/cart/line-row.tsx'
import { RemovedRow } from '#components/cart/removed-row.tsx'
import type { useCartLines } from '#components/cart/use-cart-lines.ts'
import { MissingLine } from '#components/restock/missing-line.tsx'
import type { RestockActions } from '#components/restock/restock-form.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Shortage } from '#lib/domain/shortages.ts'

/** The cart's lines, each with its controls, and the last removal with a way back. */
export function CartLines({
  state,
  shortages,
  restock,
}: {
  state: ReturnType<typeof useCartLines>
  shortages: readonly Shortage[]
  restock: RestockActions
}) {
  const { lines, removed } = state
  const rows = lines.map(line => (
    <LineRow
      below={
        <MissingLine
          actions={restock}
          line={line}
          shortage={shortages.find(each => each.sku === line.sku)}
          take={substitute => (
            <Button onClick={() => state.swap(line, substitute)} size="small" variant="outline">
              Swap for this<span className="sr-only">: {substitute.name}</span>
            </Button>
          )}
        />
      }
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
