import { createHash } from 'node:crypto'
import type { Listing } from '#lib/domain/listing.ts'
import { handoffShop } from './handoff-shop/shop.ts'
import { restShop } from './rest-shop/shop.ts'
import { type StockItem, stockOf } from './shop/session.ts'
import { type Shop, shopIds, shops } from './shop/shops.ts'
import { ensureTable, list, overwriteMany } from './store.ts'

const plenty = 2400

/** A number from 0 to 999 that is always the same for the same words. */
function chance(...words: string[]): number {
  return createHash('sha256').update(words.join('/')).digest().readUInt32BE() % 1000
}

/** What decides a shop's prices. */
type Pricing = Pick<Shop, 'id' | 'priceLevel' | 'priceEnding'>

/** The shop's price: its level of the brand's guidance, give or take 4 %, rounded to its usual ending. Cents. */
export function shopPrice(shop: Pricing, sku: string, guidance: number): number {
  const wobble = (chance(shop.id, sku, 'price') % 9) - 4
  const price = (guidance * shop.priceLevel * (100 + wobble)) / 1_000_000
  return Math.max(shop.priceEnding + 10, Math.round((price - shop.priceEnding) / 10) * 10 + shop.priceEnding)
}

/**
 * How many a shop has. A listing's first variant is plentiful everywhere, so that a basket can be bought at every
 * retailer; of the others about one in twelve is nearly gone and one in forty sold out, each at one shop only.
 */
export function shopStock(shop: Pricing, sku: string, isFirst: boolean): number {
  const usual = plenty + (chance(shop.id, sku, 'stock') % 400)
  if (isFirst || shopIds[chance(sku, 'shop') % shopIds.length] !== shop.id) return usual
  const rarity = chance(sku, 'rarity')
  if (rarity < 75) return 0
  return rarity < 325 ? 2 + (rarity % 3) : usual
}

/** What a shop stocks of the brand's listings: only the variants that it gives a number. */
export function stockOfShop(shop: Pricing, listings: readonly Listing[]): StockItem[] {
  return listings.flatMap(listing =>
    listing.variants.flatMap((variant, index) => {
      const sku = variant.retailerSkus[shop.id]
      if (!sku) return []
      const title = listing.variants.length > 1 ? `${listing.name}, ${variant.label}` : listing.name
      const price = shopPrice(shop, variant.sku, variant.guidance.amount)
      return [{ sku, title, price, available: shopStock(shop, variant.sku, index === 0) }]
    }),
  )
}

/**
 * Stocks every sandbox retailer with the brand's listings. Articles that a shop has already keep their price and
 * number, so that seeding again after a sale puts nothing back. Makes the table if need be.
 */
export async function seedSandbox(listings: readonly Listing[]): Promise<void> {
  await ensureTable()
  for (const shop of [...Object.values(shops), restShop, handoffShop]) {
    const known = new Set((await list<StockItem>(stockOf(shop.id))).map(item => item.sku))
    const items = stockOfShop(shop, listings).filter(item => !known.has(item.sku))
    await overwriteMany(items.map(item => ({ ...item, pk: stockOf(shop.id), sk: item.sku })))
  }
}
