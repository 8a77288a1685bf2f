import type { Listing, Offer } from '#lib/domain/listing.ts'
import { decimalString } from '#lib/domain/money-format.ts'

const availability = {
  in_stock: 'https://schema.org/InStock',
  low_stock: 'https://schema.org/LimitedAvailability',
  out_of_stock: 'https://schema.org/OutOfStock',
} satisfies Record<Offer['availability'], string>

type Source = {
  listing: Listing
  offers: readonly Offer[]
  retailers: readonly { id: string; name: string }[]
  /** The site's address without a slash at the end. */
  site: string
  brand: string
}

/**
 * The product as schema.org describes it: a ProductGroup with a Product a size (one size: a Product alone), and for
 * each an Offer a seller. Prices as decimal text.
 */
export function productStructuredData({ listing, offers, retailers, site, brand }: Source) {
  const url = `${site}/p/${listing.slug}`
  const common = {
    name: listing.name,
    description: listing.seo.description || listing.tagline,
    brand: { '@type': 'Brand', name: brand },
    image: listing.images.map(image => `${site}${image.src}-1200.avif`),
    url,
  }
  const products = listing.variants.map(variant => ({
    '@type': 'Product',
    ...common,
    name: listing.variants.length > 1 ? `${listing.name}, ${variant.label}` : listing.name,
    size: variant.label,
    sku: variant.sku,
    ...(variant.gtin && { gtin13: variant.gtin }),
    offers: offers
      .filter(offer => offer.sku === variant.sku)
      .map(offer => ({
        '@type': 'Offer',
        url,
        price: decimalString(offer.price),
        priceCurrency: offer.price.currency,
        availability: availability[offer.availability],
        itemCondition: 'https://schema.org/NewCondition',
        seller: {
          '@type': 'Organization',
          name: retailers.find(retailer => retailer.id === offer.retailerId)?.name ?? offer.retailerId,
        },
      })),
  }))
  const [only, ...others] = products
  if (others.length === 0) return { ...only }
  return {
    '@type': 'ProductGroup',
    ...common,
    productGroupID: listing.slug,
    variesBy: ['https://schema.org/size'],
    hasVariant: products,
  }
}

/** schema.org's list of breadcrumbs; `path` starts with a slash. */
export function breadcrumbStructuredData(site: string, crumbs: readonly { name: string; href: string }[]) {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: `${site}${crumb.href}`,
    })),
  }
}
