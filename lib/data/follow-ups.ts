import { Entity } from 'electrodb'
import { dueShards, shardOf } from '#lib/data/order-items.ts'
import { storage } from '#lib/data/table.ts'

/** When a confirmed order may first have moved on. Milliseconds. */
const firstLook = 60_000

/** That a confirmed order is to be asked about at its retailer: exists until nothing more is expected of it. */
export const followUpItem = new Entity(
  {
    model: { entity: 'followUp', version: '1', service: 'brandfront' },
    attributes: {
      orderId: { type: 'string', required: true },
      followShard: { type: 'number', required: true },
      /** ISO 8601. */
      due: { type: 'string', required: true },
    },
    indexes: {
      followUp: {
        pk: { field: 'pk', composite: ['orderId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
      due: {
        index: 'GSI2',
        pk: { field: 'gsi2pk', composite: ['followShard'], casing: 'none' },
        sk: { field: 'gsi2sk', composite: ['due', 'orderId'], casing: 'none' },
      },
    },
  },
  storage,
)

/** The attributes of the follow-up of an order that is confirmed now. */
export function followUpAttributes(orderId: string) {
  return { orderId, followShard: shardOf(orderId), due: new Date(Date.now() + firstLook).toISOString() }
}

export type FollowUp = { orderId: string; due: string }

/** Follow-ups due before a time (ISO 8601), oldest first. One Query a shard of GSI2, in parallel. */
export async function dueFollowUps(before: string, limit: number): Promise<FollowUp[]> {
  const pages = await Promise.all(
    dueShards.map(followShard =>
      followUpItem.query.due({ followShard }).lt({ due: before }).go({ limit, hydrate: false }),
    ),
  )
  return pages
    .flatMap(page => page.data.map(({ orderId, due }) => ({ orderId, due })))
    .toSorted((a, b) => a.due.localeCompare(b.due))
    .slice(0, limit)
}

/** Puts a follow-up off to `next` (ISO 8601). False where someone else has it in hand. One UpdateItem. */
export async function deferFollowUp({ orderId, due }: FollowUp, next: string): Promise<boolean> {
  const { rejected } = await followUpItem
    .patch({ orderId })
    .set({ due: next, followShard: shardOf(orderId) })
    .where((item, { eq }) => eq(item.due, due))
    .go({ returnOnConditionCheckFailure: true })
  return !rejected
}

/** Nothing more is expected of the order. One DeleteItem. */
export async function endFollowUp(orderId: string): Promise<void> {
  await followUpItem.delete({ orderId }).go()
}
