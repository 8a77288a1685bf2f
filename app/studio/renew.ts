import { updateTag } from 'next/cache'
import { invalidatePages } from '#lib/services/invalidate-pages.ts'

/** Drops every prerendered page that carries one of the tags; at the CDN too. */
export async function renewTags(tags: readonly string[]): Promise<void> {
  for (const tag of tags) updateTag(tag)
  await invalidatePages(tags)
}

/** Drops every prerendered page that showed these listings, or a list of these categories. */
export async function renewPages(slugs: readonly string[], categories: readonly string[]): Promise<void> {
  await renewTags([
    ...slugs.map(slug => `listing:${slug}`),
    ...categories.map(category => `category:${category}`),
    'listings',
  ])
}
