import { stockFor } from './holds.ts'
import { envelope } from './protocol.ts'
import type { StockItem } from './session.ts'
import type { Shop } from './shops.ts'

const lowFrom = 5

function availability(item: StockItem) {
  if (item.available === 0) return { available: false, status: 'out_of_stock' }
  return { available: true, status: item.available <= lowFrom ? 'low_stock' : 'in_stock' }
}

/** What this retailer sells of the articles asked for (schemas/shopping/catalog_lookup.json). */
export async function lookup(shop: Shop, ids: readonly string[]) {
  const stock = await stockFor(shop.id, ids)
  const products = [...stock.values()].map(item => {
    const price = { amount: item.price, currency: 'USD' }
    const description = { plain: `${item.title} at ${shop.name}` }
    const inputs = [{ id: item.sku, match: 'exact' }]
    return {
      id: item.sku,
      title: item.title,
      description,
      price_range: { min: price, max: price },
      variants: [
        {
          id: item.sku,
          sku: item.sku,
          title: item.title,
          description,
          price,
          availability: availability(item),
          inputs,
        },
      ],
    }
  })
  const messages = ids
    .filter(id => !stock.has(id))
    .map(id => ({ type: 'info', code: 'not_found', content: `We do not sell article ${id}.` }))
  return { ucp: envelope, products, messages }
}
