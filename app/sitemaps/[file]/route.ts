import { notFound } from 'next/navigation'
import { readCategories } from '#app/(shop)/catalogue.ts'
import { config } from '#lib/config.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { sitemap, sitemapIndex } from '#lib/domain/sitemap.ts'
import { listShelfSlugs } from '#lib/services/list-shelf-slugs.ts'

export const dynamic = 'force-static'
export const revalidate = 86_400

/** No file is made while building: each is made when first asked for, then kept for a day. */
export function generateStaticParams(): { file: string }[] {
  return []
}

async function contentOf(name: string): Promise<string> {
  if (name === 'index') {
    const files = ['pages', ...(await readCategories()).map(shelf => shelf.slug)]
    return sitemapIndex(files.map(file => `${config.SITE_URL}/sitemaps/${file}.xml`))
  }
  return sitemap((await pathsOf(name)).map(path => `${config.SITE_URL}${path}`))
}

async function pathsOf(name: string): Promise<string[]> {
  if (name === 'pages') {
    const shelves = (await readCategories()).map(shelf => `/products/${shelf.slug}`)
    return ['/', '/products', ...shelves, '/how-it-works', '/about', '/privacy']
  }
  try {
    return (await listShelfSlugs(name)).map(slug => `/p/${slug}`)
  } catch (error) {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  }
}

/**
 * One file of the sitemap: `index.xml`, at `/sitemap.xml` (next.config.mjs leads here), `pages.xml`, or a shelf's
 * products.
 */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const name = (await params).file.match(/^([a-z0-9-]{1,80})\.xml$/)?.[1]
  if (!name) notFound()
  return new Response(await contentOf(name), { headers: { 'content-type': 'application/xml' } })
}
