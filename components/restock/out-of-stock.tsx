import { AddInstead } from '#components/restock/add-instead.tsx'
import { type RestockActions, RestockForm } from '#components/restock/restock-form.tsx'
import { SubstituteList } from '#components/restock/substitute-list.tsx'
import type { Shortage } from '#lib/domain/shortages.ts'

/** What a product page says of a size that nobody has: what is similar, and how to hear of its return. */
export function OutOfStock({
  slug,
  shortage,
  addToCart,
  actions,
}: {
  slug: string
  shortage: Shortage
  addToCart: (form: FormData) => Promise<void>
  actions: RestockActions
}) {
  return (
    <div className="mt-5 grid gap-5 border-accent border-l-4 bg-surface p-4">
      <p className="w-fit bg-amber-soft px-2 py-0.5 font-semibold text-amber">No shop has this size now.</p>
      <SubstituteList
        substitutes={shortage.substitutes}
        take={({ slug: other, sku, name }) => (
          <AddInstead action={addToCart} substitute={{ slug: other, sku, name }} />
        )}
      />
      <RestockForm actions={actions} sku={shortage.sku} slug={slug} />
    </div>
  )
}
