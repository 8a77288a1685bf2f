import { CustomAttributeType, Entity } from 'electrodb'
import { dueShards, shardOf } from '#lib/data/order-items.ts'
import { storage } from '#lib/data/table.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'

/** That an order waits for a person: exists from the moment it needs attention until it is settled. */
export const attentionItem = new Entity(
  {
    model: { entity: 'attention', version: '1', service: 'brandfront' },
    attributes: {
      attentionShard: { type: 'number', required: true },
      orderId: { type: 'string', required: true },
      reason: { type: CustomAttributeType<ErrorCode>('string') },
      /** ISO 8601. */
      since: { type: 'string', required: true },
    },
    indexes: {
      waiting: {
        pk: { field: 'pk', composite: ['attentionShard'], casing: 'none' },
        sk: { field: 'sk', composite: ['orderId'], casing: 'none' },
      },
    },
  },
  storage,
)

/** The key of an order's place in the list. */
export function attentionKey(orderId: string) {
  return { attentionShard: shardOf(orderId), orderId }
}

const pageSize = 50

/** Orders that wait for a person, the longest bought first, up to 50. One small Query a shard, in parallel. */
export async function listAttention(): Promise<{ orderId: string; reason?: ErrorCode; since: string }[]> {
  const pages = await Promise.all(
    dueShards.map(attentionShard =>
      attentionItem.query.waiting({ attentionShard }).go({ limit: pageSize, consistent: true }),
    ),
  )
  return pages
    .flatMap(page => page.data.map(({ orderId, reason, since }) => ({ orderId, reason, since })))
    .toSorted((a, b) => a.orderId.localeCompare(b.orderId))
    .slice(0, pageSize)
}
