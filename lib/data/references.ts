import { Entity } from 'electrodb'
import { orderSummaryItem, plainNumber } from '#lib/data/order-items.ts'
import { storage } from '#lib/data/table.ts'
import type { RetailerOrder } from '#lib/domain/order.ts'

/** Leads from what a retailer calls an order, its id or its number, to ours. */
export const referenceItem = new Entity(
  {
    model: { entity: 'reference', version: '1', service: 'brandfront' },
    attributes: {
      reference: { type: 'string', required: true },
      orderId: { type: 'string', required: true },
    },
    indexes: {
      reference: {
        pk: { field: 'pk', composite: ['reference'], casing: 'none' },
        sk: { field: 'sk', composite: ['orderId'], casing: 'none' },
      },
    },
  },
  storage,
)

function plain(reference: string): string {
  return reference.trim().toLowerCase()
}

/** The items that let an order be found by the retailer's id and number. */
export function referencesOf(orderId: string, { id, number }: Pick<RetailerOrder, 'id' | 'number'>) {
  return [...new Set([plain(id), plain(number)])].map(reference => ({ reference, orderId }))
}

const most = 25

/** Orders of ours that a retailer knows by this id or number; two retailers may use the same. One Query. */
export async function findByReference(reference: string): Promise<string[]> {
  const { data } = await referenceItem.query.reference({ reference: plain(reference) }).go({ limit: most })
  return data.map(item => item.orderId)
}

/** Orders with the number that shoppers see, in whatever way it was typed. One Query on GSI2. */
export async function findByNumber(number: string): Promise<string[]> {
  const { data } = await orderSummaryItem.query.byNumber({ number: plainNumber(number) }).go({ limit: most })
  return data.map(item => item.orderId)
}
