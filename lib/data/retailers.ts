import { CustomAttributeType, Entity, Service } from 'electrodb'
import { ulid } from 'ulid'
import { storage } from '#lib/data/table.ts'
import { transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
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
      /** Another with each save. */
      edition: { type: 'string' },
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
const registryService = new Service({ retailer: retailerItem }, storage)

/** A row with the edition it was read in: empty for one that was saved before there were editions. */
export type RegistryEntry = { row: RegistryRow; edition: string }

const lifetime = 60_000
let known: { rows: Promise<RegistryRow[]>; until: number } | undefined
let saves = 0

/** What was read before now may be out of date. */
function forget(): void {
  known = undefined
  saves++
}

/**
 * The registry in its order as it is at this moment, disabled rows too: for showing it to those who edit it, and for
 * pages that are kept. One Query. What this process keeps for quotes is renewed with it.
 */
export async function readRegistry(): Promise<RegistryEntry[]> {
  const savesBefore = saves
  const { data } = await retailerItem.query
    .registry({ registry: 'retailers' })
    .go({ pages: 'all', consistent: true })
  const entries = data
    .map(({ row, edition = '' }) => ({ row: registryRowSchema.parse(row), edition }))
    .toSorted((a, b) => a.row.position - b.row.position)
  if (saves === savesBefore) {
    known = { rows: Promise.resolve(entries.map(({ row }) => row)), until: Date.now() + lifetime }
  }
  return entries
}

/** The registry in its order, disabled rows too. One Query, kept for a minute. */
function registry(): Promise<RegistryRow[]> {
  if (known && known.until > Date.now()) return known.rows
  const rows = readRegistry().then(entries => entries.map(({ row }) => row))
  known = { rows, until: Date.now() + lifetime }
  rows.catch(() => {
    known = undefined
  })
  return rows
}

/** Every retailer of whatever kind, in the registry's order, disabled ones too. From the minute-old list. */
export async function listRegistered(): Promise<RegistryRow[]> {
  return registry()
}

/** Every retailer that sells through this site, in the registry's order, disabled ones too. From the same list. */
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

/** What is written for a row. Throws a ZodError for a row that is not one. */
function itemOf(row: RegistryRow) {
  return { registry: 'retailers', retailerId: row.id, row: registryRowSchema.parse(row), edition: ulid() }
}

/** Adds a retailer to the registry or replaces its row. Throws a ZodError for a row that is not one. */
export async function saveRetailer(row: RegistryRow): Promise<void> {
  await retailerItem.put(itemOf(row)).go()
  forget()
}

/** Adds a retailer to the registry. Throws `retailer_taken` (field `id`) where the registry has that id already. */
export async function addRetailer(row: RegistryRow): Promise<void> {
  const { rejected } = await retailerItem
    .put(itemOf(row))
    .where(({ retailerId }, { notExists }) => notExists(retailerId))
    .go({ returnOnConditionCheckFailure: true })
  if (rejected) throw new DomainError('retailer_taken', { field: 'id' })
  forget()
}

/**
 * Replaces rows that were read in these editions, all or none. Throws `stale_version` where someone else has saved one
 * since. One transaction.
 */
export async function replaceRetailers(entries: readonly RegistryEntry[]): Promise<void> {
  if (entries.length === 0) return
  const refused = await transact(() =>
    registryService.transaction
      .write(({ retailer }) =>
        entries.map(({ row, edition: read }) =>
          retailer
            .put(itemOf(row))
            .where(({ retailerId, edition }, { eq, exists, notExists }) =>
              read ? eq(edition, read) : `${exists(retailerId)} AND ${notExists(edition)}`,
            )
            .commit(),
        ),
      )
      .go(),
  )
  forget()
  if (refused) throw new DomainError('stale_version')
}
