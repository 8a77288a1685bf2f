import { Entity } from 'electrodb'
import { expiresIn, hour } from '#lib/data/expiry.ts'
import { storage } from '#lib/data/table.ts'

/**
 * A token bucket that any number of processes share, kept as one time (the generic cell rate algorithm): `emptyUntil`,
 * in milliseconds, is when a bucket that gave what it gave would be full again.
 */
const bucketItem = new Entity(
  {
    model: { entity: 'bucket', version: '1', service: 'brandfront' },
    attributes: {
      bucket: { type: 'string', required: true },
      emptyUntil: { type: 'number', required: true },
      expires: { type: 'number', required: true },
    },
    indexes: {
      bucket: {
        pk: { field: 'pk', composite: ['bucket'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

const attempts = 4

/**
 * Takes `count` tokens from a bucket that holds `burst` and gains `perSecond`. 0 when they were given, else the
 * milliseconds until they can be. One UpdateItem for a bucket that is full or has some left, a second where that was
 * guessed wrongly; `count` must not exceed `burst`.
 */
export async function takeTokens(
  bucket: string,
  count: number,
  { perSecond, burst }: { perSecond: number; burst: number },
): Promise<number> {
  const cost = (count * 1000) / perSecond
  const capacity = (burst * 1000) / perSecond
  let known = 0
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const now = Date.now()
    const expires = expiresIn(hour)
    const isFull = known <= now
    const { rejected, data } = isFull
      ? await bucketItem
          .update({ bucket })
          .set({ emptyUntil: now + cost, expires })
          .where(
            ({ emptyUntil }, { notExists, lte }) => `${notExists(emptyUntil)} OR ${lte(emptyUntil, now)}`,
          )
          .go({ returnOnConditionCheckFailure: 'all_old' })
      : await bucketItem
          .update({ bucket })
          .add({ emptyUntil: cost })
          .set({ expires })
          .where(({ emptyUntil }, { between }) => between(emptyUntil, now, now + capacity - cost))
          .go({ returnOnConditionCheckFailure: 'all_old' })
    if (!rejected) return 0
    known = data?.emptyUntil ?? 0
    const wait = known - (now + capacity - cost)
    if (wait > 0) return wait
  }
  // Many processes at once: worth another try in a moment.
  return cost
}
