import { writeWords } from '#lib/data/listing-batch.ts'
import { type KnownWords, knownWords, wordChanges } from '#lib/data/listing-index.ts'
import { listingItem } from '#lib/data/listing-items.ts'
import { client, tableName } from '#lib/data/table.ts'

/*
 * Search words that are written after their listing: those of a file, which nobody waits for, and those of a listing
 * that has more than fit its transaction. Until they are, GSI2 finds the listing.
 */

const queue = 'unindexed'
/** Seconds until words are due, so that a file comes in before its words do. */
const rest = 120
const attempts = 5

/** What marks a listing whose words are to follow. */
export function dueInSearch(slug: string) {
  const due = new Date(Date.now() + rest * 1000).toISOString()
  return { unindexed: queue, unindexedSince: `${due}#${slug}` }
}

/** The first listings whose words are due at a time (ISO 8601), longest due first. One Query. */
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
 * Gives a listing its words, and takes away those that no longer fit. Repeatable. Throws where others save the listing
 * again and again meanwhile.
 */
export async function indexListing(slug: string): Promise<void> {
  const written = { words: new Set<string>(), named: new Set<string>() }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { data } = await listingItem.get({ slug }).go({ consistent: true })
    if (!data) return
    // With what an attempt before wrote for a listing that has changed since.
    const known: KnownWords = {
      words: [...new Set([...data.words, ...written.words])],
      named: [...new Set([...data.named, ...written.named])],
    }
    const changes = wordChanges(data.listing, known)
    await writeWords(changes)
    const now = knownWords(data.listing, changes.words.puts)
    const done = await listingItem
      .patch({ slug })
      .set(now)
      .remove(['unindexed', 'unindexedSince'])
      .where(({ edition }, { eq }) => eq(edition, data.edition))
      .go({ returnOnConditionCheckFailure: true })
    if (!done.rejected) return
    for (const word of now.words) written.words.add(word)
    for (const word of now.named) written.named.add(word)
  }
  throw new Error('the listing changed while its words were written')
}
