import { notFound } from 'next/navigation'
import { config } from '#lib/config.ts'
import { brand } from '#lib/domain/brand.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { sitemap } from '#lib/domain/sitemap.ts'
import { listShelfSlugs } from '#lib/services/list-shelf-slugs.ts'

export const dynamic = 'force-static'
export const revalidate = 86_400

/** No file is made while building: each is made when first asked for, then kept for a day. */
export function generateStaticParams(): { file: string }[] {
  return []
}

async function pathsOf(name: string): Promise<string[]> {
  if (name === 'pages') {
    const shelves = brand.shelves.map(shelf => `/products/${shelf.slug}`)
    return ['/', '/products', ...shelves, '/how-it-works', '/about', '/privacy']
  }
  try {
    return (await listShelfSlugs(name)).map(slug => `/p/${slug}`)
  } catch (error) {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  }
}

/** One file of the sitemap: `pages.xml`, or a shelf's products. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const name = (await params).file.match(/^([a-z0-9-]{1,80})\.xml$/)?.[1]
  if (!name) notFound()
  const body = sitemap((await pathsOf(name)).map(path => `${config.SITE_URL}${path}`))
  return new Response(body, { headers: { 'content-type': 'application/xml' } })
}
