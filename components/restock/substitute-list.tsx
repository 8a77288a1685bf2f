import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ProductImage } from '#components/product/product-image.tsx'
import { Price } from '#components/ui/price.tsx'
import { brand } from '#lib/domain/brand.ts'
import type { Article } from '#lib/domain/cart-changes.ts'

/** What the brand itself would take in place of something nobody has; `take` is the one press that does it. */
export function SubstituteList({
  substitutes,
  take,
}: {
  substitutes: readonly Article[]
  take: (substitute: Article) => ReactNode
}) {
  if (substitutes.length === 0) return null
  return (
    <section aria-label={`Similar from ${brand.name}`} className="grid gap-1">
      <p className="font-semibold">Similar from {brand.name}</p>
      <ul className="grid">
        {substitutes.map(substitute => (
          <li
            className="grid grid-cols-[3.5rem_1fr] items-center gap-x-4 gap-y-1.5 border-line border-t py-2 sm:grid-cols-[3.5rem_1fr_auto]"
            key={substitute.sku}
          >
            <ProductImage
              className="row-span-2 sm:row-span-1"
              decorative
              image={substitute.image}
              sizes="3.5rem"
            />
            <p className="leading-snug">
              <Link
                className="font-semibold underline-offset-4 hover:underline"
                href={`/p/${substitute.slug}` as Route}
              >
                {substitute.name}
              </Link>
              <span className="block text-muted text-sm">
                {substitute.variantLabel}, about <Price value={substitute.guidance} />
              </span>
            </p>
            <div className="col-start-2 sm:col-start-3">{take(substitute)}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
