export { listCategories } from '#lib/data/categories.ts'
