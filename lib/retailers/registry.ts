import type { Retailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from './contract.ts'
import { ucpAdapter } from './ucp/adapter.ts'

const adapters = { ucp: ucpAdapter } satisfies Record<
  Retailer['adapter'],
  (retailer: Retailer) => RetailerAdapter
>

/** The adapter that speaks to this retailer: chosen by its row in the registry. */
export function adapterFor(retailer: Retailer): RetailerAdapter {
  return adapters[retailer.adapter](retailer)
}
