import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { addToCart } from '#app/(shop)/cart/plain/actions.ts'
import { readNeighbors, readProduct } from '#app/(shop)/catalogue.ts'
import { wishRestock, wishRestockPlain } from '#app/(shop)/restock/actions.ts'
import { AddToCart } from '#components/cart/add-to-cart.tsx'
import { Gallery } from '#components/product/gallery.tsx'
import { OfferTable } from '#components/product/offer-table.tsx'
import { ProductFacts } from '#components/product/product-facts.tsx'
import { ProductGrid } from '#components/product/product-grid.tsx'
import { StructuredData } from '#components/product/structured-data.tsx'
import { OutOfStock } from '#components/restock/out-of-stock.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Breadcrumbs, type Crumb } from '#components/ui/breadcrumbs.tsx'
import { config } from '#lib/config.ts'
import { brand } from '#lib/domain/brand.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { slugSchema } from '#lib/domain/listing.ts'
import { tagWords } from '#lib/domain/listing-words.ts'
import { breadcrumbStructuredData, productStructuredData } from '#lib/domain/product-structured-data.ts'
import { sharedPicture } from '#lib/domain/shared-picture.ts'

type Props = { params: Promise<{ slug: string }> }

export const revalidate = 86_400

/** No page is made while building: each is made when first asked for, then kept. */
export function generateStaticParams(): { slug: string }[] {
  return []
}

async function load(params: Props['params']) {
  const { slug } = await params
  if (!slugSchema.safeParse(slug).success) notFound()
  try {
    return await readProduct(slug)
  } catch (error) {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { listing } = await load(params)
  return {
    title: { absolute: listing.seo.title || `${listing.name} · ${brand.name}` },
    description: listing.seo.description || listing.tagline,
    alternates: { canonical: `/p/${listing.slug}` },
    openGraph: {
      title: listing.name,
      description: listing.tagline,
      images: listing.images.slice(0, 1).map(sharedPicture),
    },
  }
}

export default async function ProductPage({ params }: Props) {
  const { listing, offers, retailers, shortages } = await load(params)
  const shelf = await readNeighbors(listing.category)
  const shelfName = shelf.category?.name ?? 'The whole pantry'
  const crumbs: Crumb[] = [
    { name: 'Home', href: '/' },
    { name: shelfName, href: `/products/${listing.category}` as Route },
    { name: listing.name, href: `/p/${listing.slug}` as Route },
  ]
  const [opening, ...others] = listing.description.split(/\n{2,}/)
  // What can stand in for it leads; its neighbours on the shelf fill the row.
  const related = shelf.cards
    .filter(card => card.slug !== listing.slug)
    .toSorted(
      (a, b) => Number(listing.substitutes.includes(b.slug)) - Number(listing.substitutes.includes(a.slug)),
    )
    .slice(0, 4)
  return (
    <article className="shell pt-3">
      <StructuredData
        data={productStructuredData({ listing, offers, retailers, site: config.SITE_URL, brand: brand.name })}
      />
      <StructuredData data={breadcrumbStructuredData(config.SITE_URL, crumbs)} />
      <Breadcrumbs crumbs={crumbs} />
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
          <AddToCart
            action={addToCart}
            listing={{ slug: listing.slug, name: listing.name, variants: listing.variants }}
          />
          <OfferTable
            listing={listing}
            offers={offers}
            retailers={retailers}
            whenOut={sku => {
              const shortage = shortages.find(each => each.sku === sku)
              return (
                shortage && (
                  <OutOfStock
                    actions={{ wish: wishRestock, wishPlain: wishRestockPlain }}
                    addToCart={addToCart}
                    shortage={shortage}
                    slug={listing.slug}
                  />
                )
              )
            }}
          />
        </div>
      </div>
      <div className="mt-16 grid gap-x-16 gap-y-5 lg:mt-24 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <p className="font-display text-[clamp(1.375rem,1.1rem+1.1vw,2rem)] leading-[1.3]">{opening}</p>
        <div className="grid content-start gap-4 text-lead text-muted">
          {others.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </div>
      <div className="mt-16">
        <ProductFacts listing={listing} />
      </div>
      {related.length > 0 && (
        <section className="ledger-rule mt-20">
          <h2 className="pt-5 pb-8 text-title">Its neighbors on the shelf</h2>
          <ProductGrid cards={related} level={3} />
        </section>
      )}
    </article>
  )
}
