const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const head = '<?xml version="1.0" encoding="UTF-8"?>'

/** A sitemap of pages. The URLs must hold nothing XML escapes: ours are made of slugs. */
export function sitemap(urls: readonly string[]): string {
  return `${head}<urlset xmlns="${schema}">${urls.map(url => `<url><loc>${url}</loc></url>`).join('')}</urlset>`
}

/** A sitemap of sitemaps. */
export function sitemapIndex(urls: readonly string[]): string {
  const entries = urls.map(url => `<sitemap><loc>${url}</loc></sitemap>`).join('')
  return `${head}<sitemapindex xmlns="${schema}">${entries}</sitemapindex>`
}
