import { CustomAttributeType, Entity } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import { type Retailer, retailerSchema } from '#lib/domain/retailer.ts'

const retailerItem = new Entity(
  {
    model: { entity: 'retailer', version: '1', service: 'brandfront' },
    attributes: {
      registry: { type: 'string', required: true, default: 'retailers' },
      retailerId: { type: 'string', required: true },
      row: { type: CustomAttributeType<Retailer>('any'), required: true },
    },
    indexes: {
      registry: {
        pk: { field: 'pk', composite: ['registry'], casing: 'none' },
        sk: { field: 'sk', composite: ['retailerId'], casing: 'none' },
      },
    },
  },
  storage,
)

const lifetime = 60_000
let known: { rows: Promise<Retailer[]>; until: number } | undefined

async function read(): Promise<Retailer[]> {
  const { data } = await retailerItem.query.registry({ registry: 'retailers' }).go({ pages: 'all' })
  return data.map(item => retailerSchema.parse(item.row)).toSorted((a, b) => a.position - b.position)
}

/** Every retailer of the registry in its order, disabled ones too. One Query, kept for a minute. */
export function listRetailers(): Promise<Retailer[]> {
  if (known && known.until > Date.now()) return known.rows
  const rows = read()
  known = { rows, until: Date.now() + lifetime }
  rows.catch(() => {
    known = undefined
  })
  return rows
}

/** One retailer by id, or undefined. From the same minute-old list. */
export async function getRetailer(id: string): Promise<Retailer | undefined> {
  return (await listRetailers()).find(retailer => retailer.id === id)
}

/** Adds a retailer to the registry or replaces its row. */
export async function saveRetailer(row: Retailer): Promise<void> {
  await retailerItem.put({ registry: 'retailers', retailerId: row.id, row }).go()
  known = undefined
}
