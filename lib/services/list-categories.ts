import { listCategories as listAll } from '#lib/data/categories.ts'
import type { Category } from '#lib/domain/site/categories.ts'

export { listCategories } from '#lib/data/categories.ts'

/** The categories that shoppers see, in order. */
export async function listShownCategories(): Promise<Category[]> {
  return (await listAll()).filter(category => !category.hidden)
}
