import { getRetailer } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { limited } from '#lib/workflow/limit-calls.ts'

/** The retailer's row and its adapter, which keeps to the retailer's limit of calls. Throws `retailer_disabled` where the registry has no such retailer, and what `adapterFor` throws. */
export async function adapterOf(
  retailerId: string,
): Promise<{ retailer: Retailer; adapter: RetailerAdapter }> {
  const retailer = await getRetailer(retailerId)
  if (!retailer) throw new DomainError('retailer_disabled')
  return { retailer, adapter: limited(await adapterFor(retailer), retailer) }
}
