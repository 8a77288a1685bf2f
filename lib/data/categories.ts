import { CustomAttributeType, Entity } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import type { Category } from '#lib/domain/listing.ts'

const categoryItem = new Entity(
  {
    model: { entity: 'category', version: '1', service: 'brandfront' },
    attributes: {
      shelf: { type: 'string', required: true },
      slug: { type: 'string', required: true },
      category: { type: CustomAttributeType<Category>('any'), required: true },
    },
    indexes: {
      categories: {
        pk: { field: 'pk', composite: ['shelf'], casing: 'none' },
        sk: { field: 'sk', composite: ['slug'], casing: 'none' },
      },
    },
  },
  storage,
)

/** Every category in the shop's order. One Query. */
export async function listCategories(): Promise<Category[]> {
  const { data } = await categoryItem.query.categories({ shelf: 'categories' }).go({ pages: 'all' })
  return data.map(item => item.category).toSorted((a, b) => a.position - b.position)
}

/** Adds a category or replaces it. */
export async function saveCategory(category: Category): Promise<void> {
  await categoryItem.put({ shelf: 'categories', slug: category.slug, category }).go()
}
