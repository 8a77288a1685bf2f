import { isLocal } from '#lib/config.ts'
import {
  addRetailer as addRow,
  type RegistryEntry,
  readRegistry,
  replaceRetailers,
} from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import { isOwnMachine } from '#lib/domain/retailer-address.ts'

/** Where servers are somebody else's, no row may lead to the server itself. Throws `invalid_input` with the field. */
export function refuseOwnMachine(row: RegistryRow): void {
  if (isLocal) return
  const fields: [string, string | undefined][] =
    row.adapter === 'handoff'
      ? [['link.address', row.link.address]]
      : [
          ['endpoint', row.endpoint],
          ['payment.tokenizeUrl', row.payment?.tokenizeUrl],
        ]
  const [field] = fields.find(([, address]) => address !== undefined && isOwnMachine(address)) ?? []
  if (field) throw new DomainError('invalid_input', { field })
}

/** Adds a retailer at the end of the registry. Throws `retailer_taken` (field `id`), `invalid_input`. */
export async function addRetailer(row: RegistryRow): Promise<void> {
  refuseOwnMachine(row)
  const last = (await readRegistry()).at(-1)
  await addRow({ ...row, position: (last?.row.position ?? 0) + 1 })
}

async function entryOf(id: string): Promise<RegistryEntry> {
  const entry = (await readRegistry()).find(each => each.row.id === id)
  if (!entry) throw new DomainError('not_found')
  return entry
}

/** The names of what differs between two rows, as the row names them. */
function changedNames(before: object, after: object): string[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const text = (value: unknown) => JSON.stringify(value)
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    name => text(old.get(name)) !== text(fresh.get(name)),
  )
}

/**
 * Replaces what a retailer's row says, but for its state and place, which have acts of their own. Returns what changed,
 * by name. Throws `stale_version` where it was saved by someone else since `edition`, `not_found`, `invalid_input` for
 * another kind of retailer.
 */
export async function editRetailer(row: RegistryRow, edition: string): Promise<string[]> {
  refuseOwnMachine(row)
  const before = await entryOf(row.id)
  if (before.edition !== edition) throw new DomainError('stale_version')
  if (before.row.adapter !== row.adapter) throw new DomainError('invalid_input', { field: 'adapter' })
  const { enabled, position } = before.row
  const after = { ...row, enabled, position }
  const changed = changedNames(before.row, after)
  if (changed.length > 0) await replaceRetailers([{ row: after, edition }])
  return changed
}

/** Offers a retailer to shoppers, or stops. Returns whether that changed anything. Throws `not_found`, `stale_version`. */
export async function setEnabled(id: string, enabled: boolean): Promise<boolean> {
  const { row, edition } = await entryOf(id)
  if (row.enabled === enabled) return false
  await replaceRetailers([{ row: { ...row, enabled }, edition }])
  return true
}

/**
 * Moves a retailer one place up or down in the order in which shoppers see them. Returns its new place, from 1;
 * undefined where it stands at the end already. Throws `not_found`, `stale_version`.
 */
export async function moveRetailer(id: string, direction: 'up' | 'down'): Promise<number | undefined> {
  const entries = await readRegistry()
  const place = entries.findIndex(each => each.row.id === id)
  const [moved, other] = [entries[place], entries[place + (direction === 'up' ? -1 : 1)]]
  if (!moved) throw new DomainError('not_found')
  if (!other) return undefined
  const order = entries.map(each => (each === moved ? other : each === other ? moved : each))
  const changed = order.flatMap(({ row, edition }, position) =>
    row.position === position ? [] : [{ row: { ...row, position }, edition }],
  )
  await replaceRetailers(changed)
  return order.indexOf(moved) + 1
}
