import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readShelf } from '#app/(shop)/catalogue.ts'
import { ProductGrid } from '#components/product/product-grid.tsx'
import { ShelfFilters } from '#components/product/shelf-filters.tsx'
import { ShelfHeading } from '#components/product/shelf-heading.tsx'
import { StructuredData } from '#components/product/structured-data.tsx'
import { Breadcrumbs, type Crumb } from '#components/ui/breadcrumbs.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { config } from '#lib/config.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { tagWords } from '#lib/domain/listing-words.ts'
import { breadcrumbStructuredData } from '#lib/domain/product-structured-data.ts'
import { sharedPicture } from '#lib/domain/shared-picture.ts'
import { parseShelfPath, shelfPath } from '#lib/domain/shelf-view.ts'

type Props = { params: Promise<{ path?: string[] }> }

export const revalidate = 86_400

/** No page is made while building: each is made when first asked for, then kept. */
export function generateStaticParams(): { path: string[] }[] {
  return []
}

const whole = {
  name: 'The whole pantry',
  intro: 'Everything we make, on one long shelf. Narrow it down, or walk along it.',
}

async function load(params: Props['params']) {
  const { path = [] } = await params
  const view = parseShelfPath(path.map(decodeURIComponent))
  if (!view) notFound()
  try {
    return { view, ...(await readShelf(view)) }
  } catch (error) {
    if (isDomainError(error, 'not_found') || isDomainError(error, 'invalid_input')) notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view, category, cards } = await load(params)
  const { name, intro } = category ?? whole
  const image = category?.image.src ? category.image : cards[0]?.image
  return {
    title: view.tag ? `${name}, ${tagWords[view.tag].toLowerCase()}` : category?.seo.title || name,
    description: category?.seo.description || intro,
    alternates: { canonical: shelfPath({ ...view, sort: 'featured' }) },
    // Other orders of the same goods, and pages further on, are for people; engines find products by the sitemap.
    robots: view.after || view.sort !== 'featured' ? { index: false, follow: true } : undefined,
    openGraph: image && { images: [sharedPicture(image)] },
  }
}

export default async function ShelfPage({ params }: Props) {
  const { view, category, cards, next } = await load(params)
  const { name, intro } = category ?? whole
  const crumbs: Crumb[] = [
    { name: 'Home', href: '/' },
    { name: whole.name, href: '/products' },
    ...(category ? [{ name, href: `/products/${category.slug}` as Route }] : []),
  ]
  const first = { ...view, after: undefined }
  return (
    <div className="shell pt-3">
      <StructuredData data={breadcrumbStructuredData(config.SITE_URL, crumbs)} />
      <div className="pb-3">
        <Breadcrumbs crumbs={crumbs} />
      </div>
      <ShelfHeading image={category?.image} intro={intro} name={name} />
      <ShelfFilters view={view} />
      <div className="pt-8 lg:pt-10">
        {cards.length > 0 ? (
          <ProductGrid cards={cards} eager={view.after ? 0 : 4} />
        ) : (
          <EmptyState
            action={
              <Link
                className={buttonStyles({ variant: 'outline' })}
                href={shelfPath({ ...first, tag: undefined }) as Route}
                prefetch={false}
              >
                Show everything on this shelf
              </Link>
            }
            title={view.after ? 'That was the end of the shelf.' : 'Nothing here, for now.'}
          >
            {view.tag && <p>We have nothing on this shelf marked “{tagWords[view.tag].toLowerCase()}”.</p>}
          </EmptyState>
        )}
      </div>
      {(view.after || next) && (
        <nav
          aria-label="Pages"
          className="mt-14 flex flex-wrap justify-between gap-4 border-line border-t pt-6"
        >
          {view.after ? (
            <Link
              className={buttonStyles({ variant: 'outline' })}
              href={shelfPath(first) as Route}
              prefetch={false}
            >
              Back to the start
            </Link>
          ) : (
            <span />
          )}
          {next && (
            <Link
              className={buttonStyles()}
              href={shelfPath({ ...view, after: next }) as Route}
              prefetch={false}
              rel="next"
            >
              Further along the shelf
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}
