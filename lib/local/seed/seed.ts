import { listCategories } from '#lib/data/categories.ts'
import { saveListing } from '#lib/data/listings.ts'
import { readRegistry, saveRetailer } from '#lib/data/retailers.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { Listing } from '#lib/domain/listing.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import { handoffRetailerId } from '#lib/local/ports.ts'
import { handoffRow, registryRows } from '#lib/local/sandbox/registry-rows.ts'
import { seedSandbox } from '#lib/local/sandbox/seed.ts'
import { say } from '#lib/local/say.ts'
import { listings } from './catalogue.ts'
import { seedSite } from './site.ts'

async function saveNew(listing: Listing): Promise<void> {
  try {
    await saveListing(listing, 0)
  } catch (error) {
    // It is there already: an earlier seeding was cut short.
    if (!isDomainError(error, 'stale_version')) throw error
  }
}

/** What a sandbox retailer allows the workflow: it shares this machine with everything else. */
const callsPerSecond = 50

/** A sandbox retailer's row at its present address; what was changed of it in the studio stays. */
function placed(row: RegistryRow, known: RegistryRow | undefined): RegistryRow {
  if (known?.adapter === 'handoff' && row.adapter === 'handoff') {
    return { ...known, link: { ...known.link, address: row.link.address } }
  }
  if (known?.adapter === 'ucp' && row.adapter === 'ucp') {
    return { ...known, endpoint: row.endpoint, pageOrigins: row.pageOrigins }
  }
  if (known?.adapter === 'rest' && row.adapter === 'rest') {
    const { endpoint, pageOrigins, payment } = row
    return { ...known, endpoint, pageOrigins, payment }
  }
  return row
}

/**
 * Gives the registry its rows, at the businesses' `urls` by id, and an empty table its catalogue with the retailers'
 * offers, which `refreshOffers` fetches. Home page and categories are written last: where they are, the seeding was whole. True when the table was empty.
 */
export async function seed(
  urls: Record<string, string>,
  refreshOffers: () => Promise<unknown>,
): Promise<boolean> {
  const known = await readRegistry()
  const rows = registryRows(urls).map(row => ({ ...row, callsPerSecond }))
  for (const row of [...rows, handoffRow(urls[handoffRetailerId] ?? '')]) {
    await saveRetailer(placed(row, known.find(each => each.row.id === row.id)?.row))
  }
  await seedSandbox(listings)
  if ((await listCategories()).length > 0) return false
  say(`Seeding ${listings.length} products …`)
  const waiting = [...listings]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await saveNew(next)
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  await refreshOffers()
  await seedSite()
  return true
}
