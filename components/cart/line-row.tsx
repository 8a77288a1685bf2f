import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ProductImage } from '#components/product/product-image.tsx'
import { Price } from '#components/ui/price.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import { multiply } from '#lib/domain/money.ts'

/** One line of the cart; `controls` change or remove it, `below` says what is the matter with it. */
export function LineRow({
  line,
  controls,
  below,
}: {
  line: CartLine
  controls: ReactNode
  below?: ReactNode
}) {
  const href = `/p/${line.slug}` as Route
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-4 border-line border-b py-4 sm:grid-cols-[7rem_1fr_auto] sm:gap-x-6">
      <Link aria-hidden="true" className="row-span-2 self-start sm:row-span-1" href={href} tabIndex={-1}>
        <ProductImage decorative image={line.image} sizes="(min-width: 640px) 7rem, 5.5rem" />
      </Link>
      <div className="grid content-start gap-0.5">
        <h3 className="font-semibold text-lead">
          <Link className="underline-offset-4 hover:underline" href={href}>
            {line.name}
          </Link>
        </h3>
        <p className="text-muted">{line.variantLabel}</p>
        <p className="text-muted text-sm">
          about <Price value={multiply(line.guidance, line.quantity)} />
        </p>
      </div>
      <div className="col-start-2 flex flex-wrap items-start gap-x-4 gap-y-1 pt-2 sm:col-start-3 sm:pt-0">
        {controls}
      </div>
      {below && <div className="col-span-full pt-4 empty:hidden">{below}</div>}
    </li>
  )
}
