import { writeWords } from '#lib/data/listing-batch.ts'
import {
  isTagged,
  type KnownWords,
  knownWords,
  placeRows,
  shownCard,
  wordChanges,
} from '#lib/data/listing-index.ts'
import { catalogue, listingItem, product } from '#lib/data/listing-items.ts'
import { client, tableName } from '#lib/data/table.ts'
import { transact } from '#lib/data/transact.ts'

/*
 * What is written after its listing: search words and places on the shelves of tags, of a file's listings, for which
 * nobody waits, and of a listing that has more than fit its transaction. Until they are, GSI2 finds the listing.
 */

const queue = 'unindexed'
/** Seconds until they are due, so that a file comes in before they do. */
const rest = 120
const attempts = 5

/** What marks a listing whose words and places are to follow. */
export function unindexedMark(slug: string) {
  const due = new Date(Date.now() + rest * 1000).toISOString()
  return { unindexed: queue, unindexedSince: `${due}#${slug}` }
}

/** The first listings that are due at a time (ISO 8601), longest due first. One Query. */
export async function listUnindexed(at: string, limit: number): Promise<string[]> {
  const { Items = [] } = await client.query({
    TableName: tableName,
    IndexName: 'GSI2',
    KeyConditionExpression: 'gsi2pk = :queue AND gsi2sk < :at',
    ExpressionAttributeValues: { ':queue': queue, ':at': at },
    Limit: limit,
  })
  return Items.map(item => String(item.slug))
}

/**
 * Gives an unindexed listing its words and places, and takes away words that no longer fit. Repeatable. Returns the
 * category whose lists look different now, if there is one. Throws where others save the listing again and again
 * meanwhile.
 */
export async function indexListing(slug: string): Promise<string | undefined> {
  const written = { words: new Set<string>(), named: new Set<string>() }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { data } = await product.collections.product({ slug }).go({ pages: 'all', consistent: true })
    const [item] = data.listing
    if (!item) return undefined
    const { unindexedSince: since } = item
    const offers = data.offer.flatMap(row => row.offers)
    // With what an attempt before wrote for a listing that has changed since.
    const known: KnownWords = {
      words: [...new Set([...item.words, ...written.words])],
      named: [...new Set([...item.named, ...written.named])],
    }
    const changes = wordChanges(item.listing, known)
    await writeWords(changes)
    const now = knownWords(item.listing, changes.words.puts)
    // One that is no longer marked has been saved with its places.
    const places = since ? placeRows(item.listing, shownCard(item.listing, offers)).filter(isTagged) : []
    const refused = await transact(() =>
      catalogue.transaction
        .write(({ listing, place }) => [
          listing
            .patch({ slug })
            .set(now)
            .remove(['unindexed', 'unindexedSince'])
            .where((is, { eq, notExists }) => {
              const mark = since ? eq(is.unindexedSince, since) : notExists(is.unindexedSince)
              return `${eq(is.edition, item.edition)} AND ${mark}`
            })
            .commit(),
          ...places.map(row => place.put(row).commit()),
        ])
        .go(),
    )
    if (!refused) return places.length > 0 ? item.listing.category : undefined
    for (const word of now.words) written.words.add(word)
    for (const word of now.named) written.named.add(word)
  }
  throw new Error('the listing changed while it was indexed')
}

/** Has a listing indexed once more. */
export async function indexAgain(slug: string): Promise<void> {
  await listingItem.patch({ slug }).set(unindexedMark(slug)).go()
}
