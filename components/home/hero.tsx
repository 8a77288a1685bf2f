import Link from 'next/link'
import { ProductImage } from '#components/product/product-image.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { ListingCard } from '#lib/domain/listing.ts'

/** The first thing seen: what this is, in one line, beside what it makes. */
export function Hero({ cards }: { cards: ListingCard[] }) {
  const [lead, ...others] = cards
  return (
    <section className="overflow-hidden bg-tide text-on-tide [--focus:#f8c455]">
      <div className="shell grid items-end gap-y-10 pt-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:gap-x-14 lg:pt-0">
        <div className="grid gap-6 lg:self-center lg:py-20">
          <h1 className="text-display">Plain food for windy places.</h1>
          <p className="max-w-[42ch] text-lead text-on-tide-muted">
            Oats, preserves, soups, oils and cocoa from the coast. Fill a cart here, see what each shop asks
            for it today, and let the one you like best send it.
          </p>
          <div className="flex flex-wrap gap-3">
            <Link className={buttonStyles({ variant: 'accent', size: 'large' })} href="/products">
              See the whole pantry
            </Link>
            <Link
              className="inline-flex min-h-13 items-center px-3 text-lead underline decoration-1 underline-offset-[0.3em] hover:decoration-2"
              href="/how-it-works"
            >
              How buying works
            </Link>
          </div>
        </div>
        <div className="grid grid-cols-3 gap-3 lg:grid-cols-4 lg:gap-4">
          {lead && (
            <HeroPicture
              card={lead}
              className="col-span-2 row-span-2"
              priority
              sizes="(min-width: 64rem) 21rem, 66vw"
            />
          )}
          {others.slice(0, 4).map((card, index) => (
            <HeroPicture
              card={card}
              className={classNames(index > 1 && 'hidden lg:block')}
              key={card.slug}
              sizes="(min-width: 64rem) 10rem, 33vw"
            />
          ))}
        </div>
      </div>
    </section>
  )
}

function HeroPicture({
  card,
  className,
  priority = false,
  sizes,
}: {
  card: ListingCard
  className?: string
  priority?: boolean
  sizes: string
}) {
  return (
    <Link aria-label={card.name} className={className} href={`/p/${card.slug}`} prefetch={false}>
      <ProductImage className="h-full" decorative image={card.image} priority={priority} sizes={sizes} />
    </Link>
  )
}
