import { DomainError } from '#lib/domain/errors.ts'
import type { Retailer, UcpRetailer } from '#lib/domain/retailer.ts'
import type { Agreement } from '#lib/domain/retailer-health.ts'
import { adapterFor } from './registry.ts'
import { fetchProfile, hearProfile, profileHeardAt } from './ucp/profile/fetch-profile.ts'
import { negotiate, olderProfile } from './ucp/profile/negotiate.ts'
import { profileAddress } from './ucp/profile/profile-of.ts'

async function profiled(retailer: UcpRetailer, fetchOne: typeof fetchProfile): Promise<Agreement> {
  const address = profileAddress(retailer)
  const current = await fetchOne(address)
  const older = olderProfile(current, address)
  const profile = older ? await fetchOne(older) : current
  const { endpoint, capabilities, payment } = negotiate(retailer, profile, address)
  const heardAt = profileHeardAt(older ?? address)
  return {
    profileAt: heardAt === undefined ? undefined : new Date(heardAt).toISOString(),
    endpoint,
    version: profile.version,
    keys: profile.keys.length,
    capabilities,
    payment,
  }
}

function described({ endpoint, capabilities, payment }: Exclude<Retailer, UcpRetailer>): Agreement {
  return { endpoint, capabilities, payment }
}

/** What this site and a retailer have agreed on, from what this process last heard. Throws as `adapterFor` does. */
export async function agreementWith(retailer: Retailer): Promise<Agreement> {
  return retailer.adapter === 'ucp' ? profiled(retailer, fetchProfile) : described(retailer)
}

const deadline = 4000

/**
 * Asks a retailer now what it offers: its profile, whatever is kept of it; one without a profile is asked for an article
 * that nobody has, which tells whether it answers and takes our key. Throws what stood in the way, as it is.
 */
export async function agreeAnew(retailer: Retailer): Promise<Agreement> {
  if (retailer.adapter === 'ucp') return profiled(retailer, hearProfile)
  const adapter = await adapterFor(retailer)
  if (!adapter.capabilities.lookup) throw new DomainError('retailer_refused')
  await adapter.lookup([{ sku: 'NONE', slug: 'none', retailerSku: 'none' }], {
    signal: AbortSignal.timeout(deadline),
  })
  return described(retailer)
}
