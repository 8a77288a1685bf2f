import { getListings, listAllListings, saveOffers } from '#lib/data/listings.ts'
import { listRestockWishes } from '#lib/data/restock-wishes.ts'
import { noteAnswer, noteFailure } from '#lib/data/retailer-health.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { log } from '#lib/log.ts'
import { publishRestock } from '#lib/notify/restock-event.ts'
import { agreementWith } from '#lib/retailers/agreement.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { troubleOf } from '#lib/retailers/trouble.ts'
import { revalidateSite } from '#lib/services/revalidate-site.ts'

const batchSize = 100
const lookupDeadline = 10_000
const savedAtOnce = 8

type Heard = { retailerId: string; offers: Offer[] }

/** Nothing where the retailer has no catalogue to ask: it has no offers then. */
async function lookUp(
  retailer: Retailer,
  items: Parameters<RetailerAdapter['lookup']>[0],
  signal: AbortSignal,
): Promise<Offer[]> {
  const adapter = await adapterFor(retailer)
  const offers = adapter.capabilities.lookup ? await adapter.lookup(items, { signal }) : []
  await noted(noteAnswer(retailer.id, await agreementWith(retailer)))
  return offers
}

/** That the note of how a retailer answered could not be kept holds up no prices. */
async function noted(note: Promise<void>): Promise<void> {
  await note.catch(error => log.error('retailer’s health not noted', error))
}

/**
 * One retailer's offers for these listings; undefined when it did not answer, so that its last ones stay. One that is
 * disabled is not asked and has none, so that no shelf names its price.
 */
async function askRetailer(retailer: Retailer, listings: readonly Listing[]): Promise<Heard | undefined> {
  if (!retailer.enabled) return { retailerId: retailer.id, offers: [] }
  const items = listings.flatMap(({ slug, variants }) =>
    variants.flatMap(({ sku, retailerSkus }) => {
      const retailerSku = retailerSkus[retailer.id]
      return retailerSku ? [{ sku, slug, retailerSku }] : []
    }),
  )
  try {
    const signal = AbortSignal.timeout(lookupDeadline)
    const offers = items.length === 0 ? [] : await lookUp(retailer, items, signal)
    return { retailerId: retailer.id, offers }
  } catch (error) {
    log.error('retailer gave no offers', error, { retailerId: retailer.id })
    await noted(noteFailure(retailer.id, troubleOf(error)))
    return undefined
  }
}

/** Saves what was heard of one listing. Returns the tags of pages that now show something else. */
async function save({ slug, category }: Listing, heard: readonly Heard[]): Promise<string[]> {
  const offers = heard.flatMap(answer => answer.offers.filter(offer => offer.slug === slug))
  const answered = heard.map(answer => answer.retailerId)
  try {
    const { changed } = await saveOffers(slug, offers, answered)
    return changed ? [`listing:${slug}`, `category:${category}`, 'listings'] : []
  } catch (error) {
    if (!isDomainError(error, 'stale_version')) throw error
    log.warn('offers not saved', { slug })
    return []
  }
}

type Wish = Awaited<ReturnType<typeof listRestockWishes>>[number]

/** Has those told who wait for what is now in stock. One who could not be told is, after the next refresh. */
async function tellWaiting(wishes: readonly Wish[], heard: readonly Heard[]): Promise<void> {
  const inStock = new Set(
    heard.flatMap(({ offers }) =>
      offers.filter(offer => offer.availability !== 'out_of_stock').map(offer => offer.sku),
    ),
  )
  for (const wish of wishes.filter(({ sku }) => inStock.has(sku))) {
    await publishRestock(wish).catch(error => log.error('restock not told', error, { id: wish.sku }))
  }
}

/** Asks every enabled retailer what it now charges for up to 100 listings, and has pages that changed made anew. */
export async function refreshListings(slugs: readonly string[]): Promise<void> {
  const [listings, retailers] = await Promise.all([getListings(slugs), listRetailers()])
  const answers = await Promise.all(retailers.map(retailer => askRetailer(retailer, listings)))
  const heard = answers.filter(answer => answer !== undefined)
  const tags = new Set<string>()
  for (const listing of listings) for (const tag of await save(listing, heard)) tags.add(tag)
  await revalidateSite([...tags])
}

/**
 * Asks every enabled retailer what it now charges for every published listing, a hundred listings at a time, and
 * has changed pages made anew. Those who wait for a variant
 * that is back are told. Retailers that do not answer keep their last offers. `after` continues where a run
 * that was cut short had come to.
 */
export async function refreshOffers(
  options: { after?: string } = {},
): Promise<{ listings: number; changed: number }> {
  const retailers = await listRetailers()
  const wishes = await listRestockWishes()
  let { after } = options
  let count = 0
  let changed = 0
  do {
    const page = await listAllListings({ after, limit: batchSize })
    const published = page.listings.filter(listing => listing.status === 'published')
    const listings = await getListings(published.map(listing => listing.slug))
    const answers = await Promise.all(retailers.map(retailer => askRetailer(retailer, listings)))
    const heard = answers.filter(answer => answer !== undefined)
    await tellWaiting(wishes, heard)
    const tags = new Set<string>()
    for (let start = 0; start < listings.length; start += savedAtOnce) {
      const saved = await Promise.all(
        listings.slice(start, start + savedAtOnce).map(listing => save(listing, heard)),
      )
      for (const tag of saved.flat()) tags.add(tag)
      changed += saved.filter(list => list.length > 0).length
    }
    await revalidateSite([...tags])
    count += listings.length
    after = page.next
  } while (after)
  return { listings: count, changed }
}

/** The Lambda handler of the schedule. */
export const handler = (event: { after?: string } = {}) => refreshOffers({ after: event.after })
