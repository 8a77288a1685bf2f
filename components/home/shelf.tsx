import { ProductGrid } from '#components/product/product-grid.tsx'
import type { ListingCard } from '#lib/domain/listing.ts'
import type { SectionOf } from '#lib/domain/site/home.ts'

/** A row or two of products. */
export function Shelf({ section, cards }: { section: SectionOf<'shelf'>; cards: ListingCard[] }) {
  const { key, title } = section
  return (
    <section aria-labelledby={key} className="shell ledger-rule mt-20">
      <h2 className="pt-5 pb-8 text-title" id={key}>
        {title}
      </h2>
      <ProductGrid cards={cards} level={3} />
    </section>
  )
}
