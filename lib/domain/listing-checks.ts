import { type ListingEdit, publishableSchema } from '#lib/domain/listing-edit.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'

/**
 * Something a listing lacks. `must` stands in the way of publishing; `should` would make it better. `path` names the
 * field as the form does.
 */
export type ListingCheck = { path: string; level: 'must' | 'should'; words: string }

function should(path: string, words: string): ListingCheck {
  return { path, level: 'should', words }
}

function advice(edit: ListingEdit): ListingCheck[] {
  const found: ListingCheck[] = []
  edit.variants.forEach(({ retailerSkus, gtin, label }, index) => {
    const size = label || `Size ${index + 1}`
    if (Object.values(retailerSkus).every(sku => sku.trim() === ''))
      found.push(
        should(`variants.${index}.retailerSkus`, `${size}: no retailer sells it, so nobody can buy it.`),
      )
    if (gtin === '') found.push(should(`variants.${index}.gtin`, `${size}: it has no GTIN.`))
  })
  if (edit.ingredients.trim() === '') found.push(should('ingredients', 'There are no ingredients.'))
  if (edit.allergens.trim() === '') found.push(should('allergens', 'Nothing is said about allergens.'))
  if (edit.nutrition.length === 0) found.push(should('nutrition', 'There are no nutrition facts.'))
  if (edit.seo.title.length > 60)
    found.push(should('seo.title', 'The search title is long: most search pages cut it after 60 characters.'))
  if (edit.seo.description.trim() === '')
    found.push(should('seo.description', 'Search pages will show the tagline, as there is no description.'))
  return found
}

/**
 * What a listing still lacks, in the editor's order: first what must be put right before it can be published, then
 * what should be. `categories` are the slugs there are.
 */
export function checkListing(edit: ListingEdit, categories: readonly string[]): ListingCheck[] {
  const parsed = publishableSchema.safeParse(edit, { error: wordsForIssue })
  const musts = (parsed.error?.issues ?? []).map(
    (issue): ListingCheck => ({ path: issue.path.join('.'), level: 'must', words: issue.message }),
  )
  if (edit.category !== '' && !categories.includes(edit.category))
    musts.push({ path: 'category', level: 'must', words: 'This category is no longer there.' })
  return [...musts, ...advice(edit)]
}
