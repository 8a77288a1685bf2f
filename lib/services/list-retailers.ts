import { listRetailers as listRegistry } from '#lib/data/retailers.ts'
import type { Retailer, RetailerSummary } from '#lib/domain/retailer.ts'

/** What a browser may know of a retailer. */
export function summaryOf(retailer: Retailer): RetailerSummary {
  const { id, name, blurb, loyalty, payment } = retailer
  return { id, name, blurb, loyalty, tokenizeUrl: payment.tokenizeUrl }
}

/** The retailers a shopper can buy from now, in the registry's order. */
export async function listRetailers(): Promise<RetailerSummary[]> {
  return (await listRegistry()).filter(retailer => retailer.enabled).map(summaryOf)
}
