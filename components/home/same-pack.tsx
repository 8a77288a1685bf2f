import Link from 'next/link'
import { ProductImage } from '#components/product/product-image.tsx'
import { Price } from '#components/ui/price.tsx'
import type { Listing, Offer } from '#lib/domain/listing.ts'
import { rankOffers } from '#lib/domain/price-range.ts'
import type { SectionOf } from '#lib/domain/site/home.ts'

type SamePackProps = {
  section: SectionOf<'comparison'>
  listing: Listing
  offers: Offer[]
  retailers: { id: string; name: string }[]
}

/** One real product with today's real prices: the idea of the shop without a word of explanation. */
export function SamePack({ section, listing, offers, retailers }: SamePackProps) {
  const { key, title, words } = section
  const variant = listing.variants[0]
  const image = listing.images[0]
  const asked = rankOffers(offers.filter(offer => offer.sku === variant?.sku))
  if (!variant || !image || asked.length < 2) return null
  return (
    <section aria-labelledby={key} className="mt-24 border-line border-y bg-surface">
      <div className="shell grid items-center gap-x-16 gap-y-8 py-12 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:py-0">
        <div className="lg:py-16">
          <h2 className="text-title" id={key}>
            {title.replace('{count}', countWords[asked.length] ?? String(asked.length))}
          </h2>
          <p className="mt-4 max-w-prose text-lead text-muted">
            {listing.name}, {variant.label}
            {words && `: ${words}`}
          </p>
          <table className="mt-8 w-full border-collapse">
            <caption className="sr-only">
              What each shop asks for {listing.name}, {variant.label}
            </caption>
            <tbody>
              {asked.map(offer => (
                <tr className="border-line border-t last:border-b" key={offer.retailerId}>
                  <th className="py-4 text-left font-medium text-lead" scope="row">
                    {retailers.find(retailer => retailer.id === offer.retailerId)?.name ?? offer.retailerId}
                  </th>
                  <td className="py-4 text-right font-display text-heading">
                    <Price value={offer.price} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-5">
            <Link
              className="prose-link inline-flex min-h-11 items-center"
              href={`/p/${listing.slug}`}
              prefetch={false}
            >
              See {listing.name}
            </Link>
          </p>
        </div>
        <ProductImage image={image} sizes="(min-width: 64rem) 46rem, 100vw" />
      </div>
    </section>
  )
}

const countWords: Record<number, string> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' }
