import Link from 'next/link'
import { ProductImage } from '#components/product/product-image.tsx'
import type { Category } from '#lib/domain/listing.ts'

/** The five shelves: a row to swipe on a phone, side by side on a desk. */
export function Shelves({ categories }: { categories: Category[] }) {
  return (
    <section aria-labelledby="shelves" className="shell mt-16 lg:mt-24">
      <div className="grid gap-x-14 gap-y-2 lg:grid-cols-2 lg:items-end">
        <h2 className="text-title" id="shelves">
          Five shelves, no filler
        </h2>
        <p className="max-w-prose text-lead text-muted">
          We make what keeps: things you can leave in a cupboard by the sea and be glad of in November.
        </p>
      </div>
      <ul className="-mx-5 mt-8 flex snap-x scroll-px-5 gap-4 overflow-x-auto px-5 pb-2 [scrollbar-width:none] lg:mx-0 lg:grid lg:grid-cols-5 lg:gap-6 lg:overflow-visible lg:px-0">
        {categories.map(category => (
          <li className="group relative w-56 shrink-0 snap-start lg:w-auto" key={category.slug}>
            <div className="overflow-hidden border-ink border-b-3">
              <ProductImage
                className="aspect-[4/5] transition-transform duration-500 ease-tide motion-safe:group-hover:scale-[1.035]"
                decorative
                image={category.image}
                sizes="(min-width: 64rem) 16rem, 14rem"
              />
            </div>
            <h3 className="mt-3 text-heading">
              <Link
                className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
                href={`/products/${category.slug}`}
                prefetch={false}
              >
                {category.name}
              </Link>
            </h3>
            <p className="mt-1 text-muted text-sm">{category.intro}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
