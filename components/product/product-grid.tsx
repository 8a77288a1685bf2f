'use client'

import { ProductCard } from '#components/product/product-card.tsx'
import type { ListingCard } from '#lib/domain/listing.ts'

const sizes = '(min-width: 64rem) 20rem, (min-width: 40rem) 33vw, 50vw'

/**
 * Products side by side: two on a phone, four on a desk. The first `eager` pictures do not wait for scrolling. A
 * client part so that a page repeats only the cards' facts as data, not their whole markup.
 */
export function ProductGrid({
  cards,
  eager = 0,
  level,
}: {
  cards: ListingCard[]
  eager?: number
  level?: 2 | 3
}) {
  return (
    <ul className="-mx-2 grid grid-cols-2 gap-y-10 sm:grid-cols-3 lg:-mx-3.5 lg:grid-cols-4 lg:gap-y-14">
      {cards.map((card, index) => (
        <li key={card.slug}>
          <ProductCard card={card} level={level} priority={index < eager} sizes={sizes} />
        </li>
      ))}
    </ul>
  )
}
