import type { MetadataRoute } from 'next'
import { config } from '#lib/config.ts'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/account', '/cart', '/checkout', '/orders', '/search', '/studio'],
    },
    sitemap: `${config.SITE_URL}/sitemap.xml`,
  }
}
