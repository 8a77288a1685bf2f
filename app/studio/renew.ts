import { updateTag } from 'next/cache'
import { invalidatePages } from '#lib/services/invalidate-pages.ts'

/** Drops every prerendered page that showed these listings, or a list of these categories; at the CDN too. */
export async function renewPages(slugs: readonly string[], categories: readonly string[]): Promise<void> {
  const tags = [
    ...slugs.map(slug => `listing:${slug}`),
    ...categories.map(category => `category:${category}`),
    'listings',
  ]
  for (const tag of tags) updateTag(tag)
  await invalidatePages(tags)
}
