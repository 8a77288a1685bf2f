import Link from 'next/link'
import { ProductImage } from '#components/product/product-image.tsx'
import { LinkPending } from '#components/ui/link-pending.tsx'
import { Price } from '#components/ui/price.tsx'
import type { ListingCard } from '#lib/domain/listing.ts'

type ProductCardProps = { card: ListingCard; sizes: string; priority?: boolean; level?: 2 | 3 }

/** A product on its shelf, the price on a ticket at the shelf's edge. The whole of it leads to the product. */
export function ProductCard({ card, sizes, priority = false, level = 2 }: ProductCardProps) {
  const Heading = `h${level}` as const
  return (
    <article className="group relative grid content-start">
      <div className="border-ink border-b-3 px-2 lg:px-3.5">
        <div className="overflow-hidden">
          <ProductImage
            className="transition-transform duration-500 ease-tide motion-safe:group-hover:scale-[1.035]"
            decorative
            image={card.image}
            priority={priority}
            sizes={sizes}
          />
        </div>
      </div>
      <div className="px-2 lg:px-3.5">
        <div className="flex items-start justify-between gap-3">
          <p className="figures relative bg-accent px-2.5 pt-1 pb-1.5 font-semibold text-on-accent leading-tight">
            <span className="font-normal text-note">from </span>
            <Price value={card.priceFrom} />
          </p>
          {card.tags.includes('new') && <p className="pt-1.5 font-semibold text-amber text-note">New</p>}
        </div>
        <Heading className="mt-3 text-[1.0625rem] leading-snug sm:text-xl sm:leading-snug">
          <Link
            className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
            href={`/p/${card.slug}`}
            prefetch={false}
          >
            {card.name}
            <LinkPending />
          </Link>
        </Heading>
        <p className="mt-1 text-muted text-sm sm:text-base">{card.tagline}</p>
        {card.variantCount > 1 && <p className="mt-1 text-muted text-note">{card.variantCount} sizes</p>}
      </div>
    </article>
  )
}
