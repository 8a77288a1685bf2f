import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from './contract.ts'
import { counted } from './counted.ts'
import { restAdapter } from './example-rest/adapter.ts'
import { ucpAdapter } from './ucp/adapter.ts'

function adapterOf(retailer: Retailer): RetailerAdapter {
  switch (retailer.adapter) {
    case 'ucp':
      return ucpAdapter(retailer)
    case 'rest':
      return restAdapter(retailer)
  }
}

/** The adapter that speaks to this retailer: chosen by its row in the registry. A new adapter is a new case. */
export function adapterFor(retailer: Retailer): RetailerAdapter {
  return counted(adapterOf(retailer), retailer.id)
}
