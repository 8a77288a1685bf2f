import { readTallies } from '#lib/data/insight/tallies.ts'
import { readHealth } from '#lib/data/retailer-health.ts'
import { type RegistryEntry, readRegistry } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { sumCounts } from '#lib/domain/insight/counts.ts'
import { addDays, dayOf, eachDay } from '#lib/domain/insight/periods.ts'
import type { RegistryRow, Retailer } from '#lib/domain/retailer.ts'
import {
  type Circuit,
  type RetailerHealth,
  type RetailerRecord,
  recordOf,
} from '#lib/domain/retailer-health.ts'
import { log } from '#lib/log.ts'
import { forShoppers, handoffForShoppers } from '#lib/retailers/conformance/for-shoppers.ts'
import { secret } from '#lib/secrets.ts'
import { circuitOf } from '#lib/services/retailer-breaker.ts'

/** A row of the registry with all that is known of how its retailer does. */
export type KnownRetailer = RegistryEntry & {
  /** What it comes to for a shopper, a sentence each; empty while nobody has heard what it can do. */
  forShoppers: string[]
  health?: RetailerHealth
  /** How the server that answers here stands with it. */
  circuit?: Circuit
  record: RetailerRecord
}

const days = 7

function wordsOf(row: RegistryRow, health: RetailerHealth | undefined): string[] {
  if (row.adapter === 'handoff') return handoffForShoppers(row)
  const capabilities = row.adapter === 'ucp' ? health?.agreement?.capabilities : row.capabilities
  return capabilities ? forShoppers(capabilities, row) : []
}

/**
 * Every retailer in the registry's order with how it does. Two Queries and two BatchGetItems whatever the number of retailers and orders, as
 * long as the registry fits into one; no retailer is asked.
 */
export async function listRegistry(): Promise<KnownRetailer[]> {
  const today = dayOf(Date.now())
  const week = eachDay({ from: addDays(today, 1 - days), to: today })
  const [entries, health, visits, orders] = await Promise.all([
    readRegistry(),
    readHealth(),
    readTallies('visits', week),
    readTallies('orders', week),
  ])
  const [seen, sold] = [sumCounts(visits.values()), sumCounts(orders.values())]
  return entries.map(entry => {
    const { id } = entry.row
    return {
      ...entry,
      forShoppers: wordsOf(entry.row, health.get(id)),
      health: health.get(id),
      circuit: circuitOf(id),
      record: recordOf(id, days, seen, sold),
    }
  })
}

/**
 * Whether Secrets Manager has a retailer's key under its name; undefined where it has none, or cannot be looked up. The
 * value goes no further than this function.
 */
async function findSecret({ id, secretName }: Retailer): Promise<boolean | undefined> {
  if (!secretName) return undefined
  try {
    const value: unknown = JSON.parse(await secret(secretName))
    return typeof value === 'object' && value !== null && 'apiKey' in value
  } catch (error) {
    // Text that is no JSON holds no key either.
    if (error instanceof SyntaxError) return false
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return false
    log.error('secret not looked up', error, { retailerId: id })
    return undefined
  }
}

/** One retailer of the registry, and whether its key is there. Throws `not_found`. */
export async function getRegistryRetailer(
  id: string,
): Promise<{ retailer: KnownRetailer; hasSecret?: boolean }> {
  const retailer = (await listRegistry()).find(each => each.row.id === id)
  if (!retailer) throw new DomainError('not_found')
  const { row } = retailer
  return { retailer, hasSecret: row.adapter === 'handoff' ? undefined : await findSecret(row) }
}
