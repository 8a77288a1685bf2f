import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { addToCart } from '#app/(shop)/cart/plain/actions.ts'
import { readNeighbors, readProduct } from '#app/(shop)/catalogue.ts'
import { readPreview } from '#app/(shop)/preview.ts'
import { wishRestock, wishRestockPlain } from '#app/(shop)/restock/actions.ts'
import { AddToCart } from '#components/cart/add-to-cart.tsx'
import { PreviewBanner } from '#components/product/preview-banner.tsx'
import { ProductView } from '#components/product/product-view.tsx'
import { StructuredData } from '#components/product/structured-data.tsx'
import { OutOfStock } from '#components/restock/out-of-stock.tsx'
import { Breadcrumbs, type Crumb } from '#components/ui/breadcrumbs.tsx'
import { config } from '#lib/config.ts'
import { brand } from '#lib/domain/brand.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { slugSchema } from '#lib/domain/listing.ts'
import { breadcrumbStructuredData, productStructuredData } from '#lib/domain/product-structured-data.ts'
import { sharedPicture } from '#lib/domain/shared-picture.ts'
import { getPreview } from '#lib/services/get-preview.ts'
import { listingPath } from '#lib/services/preview-link.ts'

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
    const { draft, isFramed } = await readPreview(listingPath(slug), held => getPreview(slug, held))
    const product = draft ?? (await readProduct(slug))
    return { ...product, preview: draft && { isFramed } }
  } catch (error) {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { listing, preview } = await load(params)
  return {
    title: { absolute: listing.seo.title || `${listing.name} · ${brand.name}` },
    description: listing.seo.description || listing.tagline,
    alternates: { canonical: `/p/${listing.slug}` },
    openGraph: {
      title: listing.name,
      description: listing.tagline,
      images: listing.images.slice(0, 1).map(sharedPicture),
    },
    ...(preview && { robots: { index: false } }),
  }
}

export default async function ProductPage({ params }: Props) {
  const { listing, offers, retailers, shortages, preview } = await load(params)
  const shelf = await readNeighbors(listing.category).catch(error => {
    // A draft may not be on a shelf yet, and a shelf may be hidden, or gone.
    if (isDomainError(error, 'not_found')) return { category: undefined, cards: [] }
    throw error
  })
  const crumbs: Crumb[] = [
    { name: 'Home', href: '/' },
    {
      name: shelf.category?.name ?? 'The whole pantry',
      href: (shelf.category ? `/products/${listing.category}` : '/products') as Route,
    },
    { name: listing.name, href: `/p/${listing.slug}` as Route },
  ]
  // What can stand in for it leads; its neighbours on the shelf fill the row.
  const related = shelf.cards
    .filter(card => card.slug !== listing.slug)
    .toSorted(
      (a, b) => Number(listing.substitutes.includes(b.slug)) - Number(listing.substitutes.includes(a.slug)),
    )
    .slice(0, 4)
  const { slug, name, variants } = listing
  return (
    <article className="shell pt-3">
      {preview && !preview.isFramed && <PreviewBanner leave={`/api/preview/leave?slug=${slug}`} />}
      <StructuredData
        data={productStructuredData({ listing, offers, retailers, site: config.SITE_URL, brand: brand.name })}
      />
      <StructuredData data={breadcrumbStructuredData(config.SITE_URL, crumbs)} />
      <Breadcrumbs crumbs={crumbs} />
      <ProductView
        form={<AddToCart action={addToCart} listing={{ slug, name, variants }} />}
        listing={listing}
        offers={offers}
        related={related}
        retailers={retailers}
        whenOut={sku => {
          const shortage = shortages.find(each => each.sku === sku)
          return (
            shortage && (
              <OutOfStock
                actions={{ wish: wishRestock, wishPlain: wishRestockPlain }}
                addToCart={addToCart}
                shortage={shortage}
                slug={slug}
              />
            )
          )
        }}
      />
    </article>
  )
}
