import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readCategories, readProduct, readShelf } from '#app/(shop)/catalogue.ts'
import { Hero } from '#components/home/hero.tsx'
import { HowItWorks } from '#components/home/how-it-works.tsx'
import { Promises } from '#components/home/promises.tsx'
import { SamePack } from '#components/home/same-pack.tsx'
import { Shelves } from '#components/home/shelves.tsx'
import { ProductGrid } from '#components/product/product-grid.tsx'
import { StructuredData } from '#components/product/structured-data.tsx'
import { config } from '#lib/config.ts'
import { market } from '#lib/domain/address.ts'
import { brand } from '#lib/domain/brand.ts'

type Props = { params: Promise<{ market: string }> }

export const revalidate = 86_400
export const metadata: Metadata = { alternates: { canonical: '/' } }

/** The front page is made when first asked for, like every page that reads the table. */
export function generateStaticParams(): { market: string }[] {
  return []
}

/** The home page, at `/`: next.config.mjs leads there. One market a site, so one value of the parameter. */
export default async function HomePage({ params }: Props) {
  if ((await params).market !== market.country.toLowerCase()) notFound()
  const [categories, shelves] = await Promise.all([
    readCategories(),
    Promise.all(brand.shelves.map(shelf => readShelf({ category: shelf.slug, sort: 'featured' }))),
  ])
  const leaders = shelves.flatMap(shelf => shelf.cards.slice(0, 2)).slice(0, 8)
  const compared = leaders[0] && (await readProduct(leaders[0].slug))
  return (
    <>
      <StructuredData
        data={{
          '@type': 'WebSite',
          name: brand.name,
          url: config.SITE_URL,
          potentialAction: {
            '@type': 'SearchAction',
            target: `${config.SITE_URL}/search?q={query}`,
            'query-input': 'required name=query',
          },
        }}
      />
      <Hero />
      <Shelves categories={categories} />
      <section aria-labelledby="featured" className="shell ledger-rule mt-20">
        <h2 className="pt-5 pb-8 text-title" id="featured">
          Good places to start
        </h2>
        <ProductGrid cards={leaders} level={3} />
      </section>
      {compared && <SamePack {...compared} />}
      <HowItWorks />
      <Promises />
    </>
  )
}
