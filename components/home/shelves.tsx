import Link from 'next/link'
import { ProductImage } from '#components/product/product-image.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { Category } from '#lib/domain/site/categories.ts'
import type { SectionOf } from '#lib/domain/site/home.ts'

type ShelvesProps = { section: SectionOf<'categories'>; categories: Category[] }

/** The categories: a row to swipe on a phone; on a desk two that lead and three below. */
export function Shelves({ section, categories }: ShelvesProps) {
  const { key, title, words } = section
  return (
    <section aria-labelledby={key} className="shell mt-16 lg:mt-24">
      <div className="grid gap-x-14 gap-y-2 lg:grid-cols-2 lg:items-end">
        <h2 className="text-title" id={key}>
          {title}
        </h2>
        {words && <p className="max-w-prose text-lead text-muted">{words}</p>}
      </div>
      <ul className="-mx-5 mt-8 flex snap-x scroll-px-5 gap-4 overflow-x-auto px-5 pb-2 [scrollbar-width:none] lg:mx-0 lg:grid lg:grid-cols-6 lg:gap-x-8 lg:gap-y-12 lg:overflow-visible lg:px-0">
        {categories.map((category, index) => (
          <li
            className={classNames(
              'group relative w-[78vw] max-w-96 shrink-0 snap-start lg:w-auto lg:max-w-none',
              index < 2 ? 'lg:col-span-3' : 'lg:col-span-2',
            )}
            key={category.slug}
          >
            <div className="overflow-hidden border-ink border-b-3">
              {category.image.src && (
                <ProductImage
                  className="transition-transform duration-500 ease-tide motion-safe:group-hover:scale-[1.025]"
                  decorative
                  image={category.image}
                  shape="wide"
                  sizes={index < 2 ? '(min-width: 64rem) 42rem, 78vw' : '(min-width: 64rem) 28rem, 78vw'}
                />
              )}
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
            <p className="mt-1 max-w-[52ch] text-muted">{category.intro}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
