import { listings } from '#lib/local/seed/catalogue.ts'

/** A retailer's own number for one of the seeded articles. */
export function retailerSkuOf(sku: string, retailerId: string): string {
  const variant = listings.flatMap(({ variants = [] }) => variants).find(each => each.sku === sku)
  const found = variant?.retailerSkus[retailerId]
  if (!found) throw new Error(`${retailerId} does not sell ${sku}`)
  return found
}
