import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Price } from '#components/ui/price.tsx'
import type { Listing, Offer, Variant } from '#lib/domain/listing.ts'
import { availabilityWords } from '#lib/domain/listing-words.ts'
import { priceRange, rankOffers } from '#lib/domain/price-range.ts'

type Seller = { id: string; name: string }
type OfferTableProps = {
  listing: Pick<Listing, 'variants'>
  offers: Offer[]
  retailers: Seller[]
  /** What to say below the table of a size that nobody has. */
  whenOut: (sku: string) => ReactNode
}

const tones = { in_stock: 'good', low_stock: 'warn', out_of_stock: 'plain' } as const

/**
 * What each shop asks for each size. The table of the size chosen in the form beside it shows, by CSS alone: it
 * follows the choice before any script has loaded, and without one.
 */
export function OfferTable({ listing, offers, retailers, whenOut }: OfferTableProps) {
  const followsChoice = listing.variants.length > 1
  return (
    <section aria-labelledby="offers" className="ledger-rule">
      {followsChoice && <style>{listing.variants.map(showWhenChosen).join('')}</style>}
      <h2 className="pt-4 text-heading" id="offers">
        What the shops ask
      </h2>
      {listing.variants.map(variant => (
        <VariantOffers
          hidden={followsChoice}
          key={variant.sku}
          offers={offers.filter(offer => offer.sku === variant.sku)}
          retailers={retailers}
          variant={variant}
          whenOut={whenOut(variant.sku)}
        />
      ))}
    </section>
  )
}

/** SKUs are capitals, digits and hyphens only, so that none can break out of the selector. */
function showWhenChosen({ sku }: Variant): string {
  return `main:has(input[name=sku][value="${sku}"]:checked) [data-offers="${sku}"]{display:block}`
}

function VariantOffers({
  variant,
  offers,
  retailers,
  hidden,
  whenOut,
}: {
  variant: Variant
  offers: Offer[]
  retailers: Seller[]
  hidden: boolean
  whenOut: ReactNode
}) {
  const range = priceRange(offers)
  const asOf = offers.map(offer => offer.asOf).toSorted()[0]
  const absent = retailers.filter(retailer => !offers.some(offer => offer.retailerId === retailer.id))
  return (
    <div className={hidden ? 'hidden' : undefined} data-offers={variant.sku}>
      <p className="mt-1 text-muted">
        {variant.label}
        {range && (
          <>
            {', '}
            <Price value={range.low} />
            {range.high.amount > range.low.amount && (
              <>
                {' to '}
                <Price value={range.high} />
              </>
            )}
          </>
        )}
      </p>
      <table className="mt-3 w-full border-collapse">
        <caption className="sr-only">Prices of {variant.label} by shop</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Shop</th>
            <th scope="col">Stock</th>
            <th scope="col">Price</th>
          </tr>
        </thead>
        <tbody>
          {rankOffers(offers).map(offer => (
            <tr className="border-line border-t" key={offer.retailerId}>
              <th className="py-3 pr-2 text-left font-medium" scope="row">
                {retailers.find(retailer => retailer.id === offer.retailerId)?.name ?? offer.retailerId}
              </th>
              <td className="py-3 pr-4 text-right">
                <Badge tone={tones[offer.availability]}>{availabilityWords[offer.availability]}</Badge>
              </td>
              <td className="w-20 py-3 text-right font-semibold">
                <Price value={offer.price} />
              </td>
            </tr>
          ))}
          {absent.map(retailer => (
            <tr className="border-line border-t text-muted" key={retailer.id}>
              <th className="py-3 pr-2 text-left font-normal" scope="row">
                {retailer.name}
              </th>
              <td className="py-3 text-right" colSpan={2}>
                Does not sell this size
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {whenOut}
      <p className="border-line border-t pt-3 text-muted text-note">
        {asOf ? (
          <>
            As the shops told us on <time dateTime={asOf}>{dateAndTime.format(new Date(asOf))}</time>.
            Delivery and tax come on top: your cart shows both for every shop before you choose one.
          </>
        ) : (
          'No shop has told us a price for this size yet. Your cart asks all of them afresh.'
        )}
      </p>
    </div>
  )
}

const dateAndTime = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'America/New_York',
  timeZoneName: 'short',
})
