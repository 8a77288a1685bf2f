import { CustomAttributeType, Entity } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import {
  type Agreement,
  healthSchema,
  type RetailerHealth,
  type Trouble,
} from '#lib/domain/retailer-health.ts'

/**
 * How each retailer answered when it was last asked for its prices by the clock, or checked by a person. Nothing that a
 * shopper waits for writes it.
 */
const healthItem = new Entity(
  {
    model: { entity: 'retailerHealth', version: '1', service: 'brandfront' },
    attributes: {
      list: { type: 'string', required: true, default: 'retailer-health' },
      retailerId: { type: 'string', required: true },
      answeredAt: { type: 'string' },
      failedAt: { type: 'string' },
      trouble: { type: CustomAttributeType<Trouble>('string') },
      failures: { type: 'number' },
      agreement: { type: CustomAttributeType<Agreement>('any') },
    },
    indexes: {
      health: {
        pk: { field: 'pk', composite: ['list'], casing: 'none' },
        sk: { field: 'sk', composite: ['retailerId'], casing: 'none' },
      },
    },
  },
  storage,
)

const list = 'retailer-health'

/** What is on record of every retailer, by id. One Query. */
export async function readHealth(): Promise<Map<string, RetailerHealth>> {
  const { data } = await healthItem.query.health({ list }).go({ pages: 'all', consistent: true })
  return new Map(data.map(item => [item.retailerId, healthSchema.parse(item)]))
}

/** Notes that a retailer answered now, and what is agreed with it. One UpdateItem. */
export async function noteAnswer(retailerId: string, agreement: Agreement): Promise<void> {
  await healthItem
    .update({ list, retailerId })
    .set({ answeredAt: new Date().toISOString(), failures: 0, agreement })
    .go()
}

/** Notes that a retailer did not answer now. One UpdateItem. */
export async function noteFailure(retailerId: string, trouble: Trouble): Promise<void> {
  await healthItem
    .update({ list, retailerId })
    .set({ failedAt: new Date().toISOString(), trouble })
    .add({ failures: 1 })
    .go()
}
