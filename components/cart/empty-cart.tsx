import type { Route } from 'next'
import Link from 'next/link'
import { buttonStyles } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** A cart with nothing in it, and where to fill it. */
export function EmptyCart() {
  return (
    <EmptyState
      action={
        <Link className={buttonStyles()} href={'/products' as Route}>
          See the whole pantry
        </Link>
      }
      title="Nothing in it yet"
    >
      Put in what you like. We ask each retailer what the lot costs, delivered, and you choose who sells it to
      you.
    </EmptyState>
  )
}
