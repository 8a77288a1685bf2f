import Link from 'next/link'
import { ProductImage } from '#components/product/product-image.tsx'
import { buttonStyles } from '#components/ui/button.tsx'

const picture = {
  src: '/art/hero',
  alt: 'A bottle of olive oil, oats, granola, a can of soup and two jars by Marram on a pale table, dune grass before them.',
}

/** The first thing seen: what this is, in one line, beside what it makes. */
export function Hero() {
  return (
    <section className="overflow-hidden bg-tide text-on-tide [--focus:#f8c455]">
      <div className="grid lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="grid content-center gap-6 px-5 pt-12 pb-10 lg:py-20 lg:pr-6 lg:pl-[max(1.25rem,calc((100vw-84rem)/2))]">
          <h1 className="text-display">Plain food for windy places.</h1>
          <p className="max-w-[42ch] text-lead text-on-tide-muted">
            Oats, preserves, soups, oils and cocoa from the coast. Fill a cart here, see what each shop asks
            for it today, and let the one you like best send it.
          </p>
          <div className="flex flex-wrap gap-x-3 gap-y-1">
            <Link
              className={buttonStyles({ variant: 'accent', size: 'large' })}
              href="/products"
              prefetch={false}
            >
              See the whole pantry
            </Link>
            <Link
              className="inline-flex min-h-13 items-center text-lead sm:px-3 underline decoration-1 underline-offset-[0.3em] hover:decoration-2"
              href="/how-it-works"
              prefetch={false}
            >
              How buying works
            </Link>
          </div>
        </div>
        <ProductImage
          className="h-full w-full"
          image={picture}
          priority
          shape="hero"
          sizes="(min-width: 64rem) 58vw, 100vw"
        />
      </div>
    </section>
  )
}
