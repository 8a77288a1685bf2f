import type { ReactNode } from 'react'
import { Gallery } from '#components/product/gallery.tsx'
import { OfferTable } from '#components/product/offer-table.tsx'
import { ProductFacts } from '#components/product/product-facts.tsx'
import { ProductGrid } from '#components/product/product-grid.tsx'
import { RichText } from '#components/product/rich-text.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { Listing, ListingCard, Offer } from '#lib/domain/listing.ts'
import { tagWords } from '#lib/domain/listing-words.ts'
import { readRichText } from '#lib/domain/rich-text.ts'

type ProductViewProps = {
  listing: Listing
  offers: Offer[]
  retailers: { id: string; name: string }[]
  related: ListingCard[]
  /** The form that puts it in the cart. */
  form: ReactNode
  /** What to say of a size that nobody has. */
  whenOut: (sku: string) => ReactNode
}

/** A product's page below its breadcrumbs. */
export function ProductView({ listing, offers, retailers, related, form, whenOut }: ProductViewProps) {
  return (
    <>
      <div className="mt-3 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="-mx-5 sm:mx-0">
          <Gallery images={listing.images} name={listing.name} />
        </div>
        <div className="grid content-start gap-8">
          <header className="grid gap-4">
            <h1 className="text-title">{listing.name}</h1>
            <p className="font-display text-heading text-muted">{listing.tagline}</p>
            {listing.tags.length > 0 && (
              <ul aria-label="Properties" className="flex flex-wrap gap-2">
                {listing.tags.map(tag => (
                  <li key={tag}>
                    <Badge tone={tag === 'new' ? 'accent' : 'plain'}>{tagWords[tag]}</Badge>
                  </li>
                ))}
              </ul>
            )}
          </header>
          {form}
          <OfferTable listing={listing} offers={offers} retailers={retailers} whenOut={whenOut} />
        </div>
      </div>
      <RichText blocks={readRichText(listing.description)} />
      <div className="mt-16">
        <ProductFacts listing={listing} />
      </div>
      {related.length > 0 && (
        <section className="ledger-rule mt-20">
          <h2 className="pt-5 pb-8 text-title">Its neighbors on the shelf</h2>
          <ProductGrid cards={related} level={3} />
        </section>
      )}
    </>
  )
}
