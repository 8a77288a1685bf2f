import { indexListing, listUnindexed } from '#lib/data/index-listing.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'
import { log } from '#lib/log.ts'

/** What one turn of the clock takes on: done well within the function's time. */
const most = 1000
const atOnce = 8

/**
 * Has search know the listings whose words are due. One listing's trouble does not stop the others; it stays due.
 * Returns how many were due and how many are done.
 */
export async function indexWaiting(at = new Date()): Promise<{ due: number; done: number }> {
  const slugs = await listUnindexed(at.toISOString(), most)
  let done = 0
  await eachAtOnce(atOnce, slugs, async slug => {
    try {
      await indexListing(slug)
      done += 1
    } catch (error) {
      log.error('search words not written', error, { slug })
    }
  })
  return { due: slugs.length, done }
}
