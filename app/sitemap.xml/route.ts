import { config } from '#lib/config.ts'
import { brand } from '#lib/domain/brand.ts'
import { sitemapIndex } from '#lib/domain/sitemap.ts'

export const dynamic = 'force-static'

/** The sitemap's index: the pages that are always there, then a file a shelf. */
export function GET(): Response {
  const files = ['pages', ...brand.shelves.map(shelf => shelf.slug)]
  const body = sitemapIndex(files.map(file => `${config.SITE_URL}/sitemaps/${file}.xml`))
  return new Response(body, { headers: { 'content-type': 'application/xml' } })
}
