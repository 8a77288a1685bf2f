import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readHome } from '#app/(shop)/catalogue.ts'
import { readPreview } from '#app/(shop)/preview.ts'
import { PreviewBanner } from '#components/product/preview-banner.tsx'
import { StructuredData } from '#components/product/structured-data.tsx'
import { config } from '#lib/config.ts'
import { market } from '#lib/domain/address.ts'
import { brand } from '#lib/domain/brand.ts'
import { homePath } from '#lib/services/preview-link.ts'
import { getHomePreview } from '#lib/services/site/get-home.ts'
import { HomeSectionView } from './home-section.tsx'

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
  const { draft, isFramed } = await readPreview(homePath, getHomePreview)
  const sections = draft ?? (await readHome())
  const opening = sections.find(section => section.kind === 'hero')
  return (
    <>
      {draft && !isFramed && <PreviewBanner leave="/api/preview/leave" />}
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
      {!opening && <h1 className="sr-only">{brand.name}</h1>}
      {sections.map(section => (
        <HomeSectionView isFirst={section === opening} key={section.key} section={section} />
      ))}
    </>
  )
}
