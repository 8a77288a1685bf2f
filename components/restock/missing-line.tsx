import type { ReactNode } from 'react'
import { type RestockActions, RestockForm } from '#components/restock/restock-form.tsx'
import { SubstituteList } from '#components/restock/substitute-list.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import type { Article } from '#lib/domain/cart-changes.ts'
import type { Shortage } from '#lib/domain/shortages.ts'

/** Below a line of the cart that nobody has: what to take in its place, or how to hear of its return. */
export function MissingLine({
  line,
  shortage,
  take,
  actions,
}: {
  line: CartLine
  shortage: Shortage | undefined
  take: (substitute: Article) => ReactNode
  actions: RestockActions
}) {
  if (!shortage) return null
  return (
    <div className="grid max-w-3xl gap-4 border-accent border-l-4 bg-surface p-4">
      <p className="grid gap-1 sm:flex sm:flex-wrap sm:items-center sm:gap-x-3">
        <strong className="w-fit bg-amber-soft px-2 py-0.5 font-semibold text-amber">
          No shop has this now.
        </strong>
        Take it out or swap it to buy the rest.
      </p>
      <SubstituteList substitutes={shortage.substitutes} take={take} />
      <RestockForm actions={actions} sku={line.sku} slug={line.slug} />
    </div>
  )
}
