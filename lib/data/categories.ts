import { getPublished } from '#lib/data/documents.ts'
import type { Category } from '#lib/domain/site/categories.ts'

/** Every category in the shop's order, hidden ones too. One Query for one item. */
export async function listCategories(): Promise<Category[]> {
  return (await getPublished('categories'))?.content.categories ?? []
}
