import { CustomAttributeType, Entity } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { day, expiresIn, isExpired } from '#lib/data/expiry.ts'
import { storage } from '#lib/data/table.ts'

/** Longer than a message can lie among the dead letters, so that one which is driven back still finds its webhook. */
const lifetime = 15 * day

/** A webhook as it came in. It stays here, since it names people, and only its id goes through the queue. */
const webhookItem = new Entity(
  {
    model: { entity: 'webhook', version: '1', service: 'brandfront' },
    attributes: {
      retailerId: { type: 'string', required: true },
      webhookId: { type: 'string', required: true },
      /** The body, compressed; gone once it is processed. */
      payload: { type: CustomAttributeType<Uint8Array>('any') },
      processedAt: { type: 'string' },
      expires: { type: 'number', required: true },
    },
    indexes: {
      webhook: {
        pk: { field: 'pk', composite: ['retailerId', 'webhookId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

/**
 * Keeps a webhook unless one of that id came from that retailer before. `known` is one that waits to be processed,
 * `processed` one that was. One conditional put.
 */
export async function keepWebhook(
  retailerId: string,
  webhookId: string,
  payload: unknown,
): Promise<'new' | 'known' | 'processed'> {
  const { rejected, data } = await webhookItem
    .put({ retailerId, webhookId, payload: pack(payload), expires: expiresIn(lifetime) })
    .where(
      ({ expires }, { notExists, lte }) =>
        `${notExists(expires)} OR ${lte(expires, Math.floor(Date.now() / 1000))}`,
    )
    .go({ returnOnConditionCheckFailure: 'all_old' })
  if (!rejected) return 'new'
  return data?.processedAt ? 'processed' : 'known'
}

/** A webhook's body; undefined where there is none to process. One GetItem. */
export async function getWebhook(retailerId: string, webhookId: string): Promise<unknown> {
  const { data } = await webhookItem.get({ retailerId, webhookId }).go({ consistent: true })
  return data?.payload && !isExpired(data) ? unpack(data.payload) : undefined
}

/** Notes that a webhook is done with. What it said is in the order's own record. One UpdateItem. */
export async function markProcessed(retailerId: string, webhookId: string): Promise<void> {
  await webhookItem
    .patch({ retailerId, webhookId })
    .set({ processedAt: new Date().toISOString() })
    .remove(['payload'])
    .go({ returnOnConditionCheckFailure: true })
}
