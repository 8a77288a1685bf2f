import { type Offer, offerSchema } from '#lib/domain/listing.ts'
import { money } from '#lib/domain/money.ts'
import type { WireLookup } from './shapes.ts'

type Asked = { sku: string; slug: string; retailerSku: string }

function availability(variant: WireLookup['products'][number]['variants'][number]): Offer['availability'] {
  const { available = true, status = 'in_stock' } = variant.availability ?? {}
  if (!available || status === 'out_of_stock' || status === 'discontinued') return 'out_of_stock'
  return status === 'low_stock' ? 'low_stock' : 'in_stock'
}

/** The retailer's catalogue answer as offers; articles it did not name are left out. */
export function readOffers(
  asked: readonly Asked[],
  answer: WireLookup,
  retailerId: string,
  now = new Date(),
): Offer[] {
  const variants = answer.products.flatMap(product => product.variants)
  return asked.flatMap(({ sku, slug, retailerSku }) => {
    const variant = variants.find(
      each =>
        each.inputs.some(input => input.id === retailerSku) || [each.id, each.sku].includes(retailerSku),
    )
    if (!variant) return []
    const price = money(variant.price.amount, variant.price.currency)
    return [
      offerSchema.parse({
        slug,
        sku,
        retailerId,
        price,
        availability: availability(variant),
        asOf: now.toISOString(),
      }),
    ]
  })
}
