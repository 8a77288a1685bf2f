import { indexAgain, indexListing, listUnindexed } from '#lib/data/index-listing.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'
import { log } from '#lib/log.ts'
import { revalidateSite } from '#lib/services/revalidate-site.ts'

/** What one turn of the clock takes on: done well within the function's time. */
const most = 1000
const atOnce = 8

/**
 * Has search and the shelves of tags know the listings that are due. One listing's trouble does not stop the others;
 * it stays due. Returns how many were due and how many are done.
 */
export async function indexWaiting(at = new Date()): Promise<{ due: number; done: number }> {
  const slugs = await listUnindexed(at.toISOString(), most)
  const categories = new Map<string, string>()
  let done = 0
  await eachAtOnce(atOnce, slugs, async slug => {
    try {
      const category = await indexListing(slug)
      if (category) categories.set(slug, category)
      done += 1
    } catch (error) {
      log.error('listing not indexed', error, { slug })
    }
  })
  if (categories.size === 0) return { due: slugs.length, done }
  const tags = [...new Set(categories.values())].map(category => `category:${category}`)
  // A shop that has not heard would show its old lists for a day.
  if (!(await revalidateSite([...tags, 'listings']))) await eachAtOnce(atOnce, categories.keys(), indexAgain)
  return { due: slugs.length, done }
}
