import { CustomAttributeType, Entity } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import {
  type HandoffRetailer,
  type RegistryRow,
  type Retailer,
  registryRowSchema,
} from '#lib/domain/retailer.ts'

const retailerItem = new Entity(
  {
    model: { entity: 'retailer', version: '1', service: 'brandfront' },
    attributes: {
      registry: { type: 'string', required: true, default: 'retailers' },
      retailerId: { type: 'string', required: true },
      row: { type: CustomAttributeType<RegistryRow>('any'), required: true },
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
let known: { rows: Promise<RegistryRow[]>; until: number } | undefined

async function read(): Promise<RegistryRow[]> {
  const { data } = await retailerItem.query.registry({ registry: 'retailers' }).go({ pages: 'all' })
  return data.map(item => registryRowSchema.parse(item.row)).toSorted((a, b) => a.position - b.position)
}

/** The registry in its order, disabled rows too. One Query, kept for a minute. */
function registry(): Promise<RegistryRow[]> {
  if (known && known.until > Date.now()) return known.rows
  const rows = read()
  known = { rows, until: Date.now() + lifetime }
  rows.catch(() => {
    known = undefined
  })
  return rows
}

/** Every retailer that sells through this site, in the registry's order, disabled ones too. From the minute-old list. */
export async function listRetailers(): Promise<Retailer[]> {
  return (await registry()).filter(row => row.adapter !== 'handoff')
}

/** Every retailer that sells on its own site only, in the registry's order, disabled ones too. From the same list. */
export async function listHandoffRetailers(): Promise<HandoffRetailer[]> {
  return (await registry()).filter(row => row.adapter === 'handoff')
}

/** One retailer that sells through this site, by id, or undefined. From the same list. */
export async function getRetailer(id: string): Promise<Retailer | undefined> {
  return (await listRetailers()).find(retailer => retailer.id === id)
}

/** Adds a retailer to the registry or replaces its row. Throws a ZodError for a row that is not one. */
export async function saveRetailer(row: RegistryRow): Promise<void> {
  const parsed = registryRowSchema.parse(row)
  await retailerItem.put({ registry: 'retailers', retailerId: row.id, row: parsed }).go()
  known = undefined
}
