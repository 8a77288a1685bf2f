import { getRetailer } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterFor } from '#lib/retailers/registry.ts'

/** The retailer's row and its adapter. Throws `retailer_disabled` where the registry has no such retailer. */
export async function adapterOf(
  retailerId: string,
): Promise<{ retailer: Retailer; adapter: RetailerAdapter }> {
  const retailer = await getRetailer(retailerId)
  if (!retailer) throw new DomainError('retailer_disabled')
  return { retailer, adapter: adapterFor(retailer) }
}
