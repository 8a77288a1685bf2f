import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from './contract.ts'
import { counted } from './counted.ts'
import { restAdapter } from './example-rest/adapter.ts'
import { ucpAdapter } from './ucp/adapter.ts'

async function adapterOf(retailer: Retailer): Promise<RetailerAdapter> {
  switch (retailer.adapter) {
    case 'ucp':
      return ucpAdapter(retailer)
    case 'rest':
      return restAdapter(retailer)
  }
}

/**
 * The adapter that speaks to this retailer: chosen by its row in the registry, made to what the retailer says it can
 * do now. A new adapter is a new case. Throws `retailer_unreachable` where it does not say, `retailer_refused` where
 * it speaks nothing we do.
 */
export async function adapterFor(retailer: Retailer): Promise<RetailerAdapter> {
  return counted(await adapterOf(retailer), retailer.id)
}
