import { listRetailers as listRegistry } from '#lib/data/retailers.ts'
import type { Retailer, RetailerSummary } from '#lib/domain/retailer.ts'
import { log } from '#lib/log.ts'
import { adapterFor } from '#lib/retailers/registry.ts'

/** What a browser may know of a retailer. One that does not say what it can do is shown, and nothing can be bought there. */
async function summaryOf(retailer: Retailer): Promise<RetailerSummary> {
  const { id, name, blurb, loyalty } = retailer
  const summary = { id, name, blurb, loyalty }
  try {
    const { capabilities, payment } = await adapterFor(retailer)
    return {
      ...summary,
      loyalty: capabilities.loyalty ? loyalty : undefined,
      tokenizeUrl: payment?.tokenizeUrl,
      takesCodes: capabilities.discountCodes,
      asksConsent: capabilities.consent,
    }
  } catch (error) {
    log.error('retailer’s capabilities are not known', error, { retailerId: id })
    return { ...summary, takesCodes: false, asksConsent: false }
  }
}

/** The retailers a shopper can buy from now, in the registry's order. */
export async function listRetailers(): Promise<RetailerSummary[]> {
  const enabled = (await listRegistry()).filter(retailer => retailer.enabled)
  return Promise.all(enabled.map(summaryOf))
}
