import { listingItems, writeItems } from '#lib/data/listing-batch.ts'
import type { Listing, Offer } from '#lib/domain/listing.ts'
import { money } from '#lib/domain/money.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { randomFrom } from './artwork/random.ts'
import { ean13 } from './catalogue/entry.ts'
import { listings } from './catalogue.ts'

const places = ['North', 'South', 'East', 'West', 'Outer', 'Inner', 'Upper', 'Lower', 'Old', 'Far']
const shores = [
  'Cove',
  'Point',
  'Neck',
  'Ledge',
  'Sound',
  'Reach',
  'Bar',
  'Flats',
  'Head',
  'Island',
  'Harbor',
  'Landing',
]
const batches = ['Batch', 'Lot', 'Harvest', 'Press', 'Crop']

function pick<T>(list: readonly T[], random: () => number): T {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new RangeError('nothing to pick from')
  return chosen
}

/** Two letters or digits a place, so that an article number stays short: 100,000 is `2T5S`. */
const short = (index: number) => index.toString(36).toUpperCase().padStart(4, '0')

const randomOf = (index: number) => randomFrom(index * 2_654_435_761)

/** Slug and category of the listing number `index`, without the rest of it. */
export function generatedArticle(index: number): Pick<Listing, 'slug' | 'category'> {
  const base = pick(listings, randomOf(index))
  return { slug: `${base.slug}-${index}`, category: base.category }
}

/**
 * The listing number `index` of a large catalogue, the same at every call: one of the thirty products under another
 * name, price and day, with article numbers of its own. No retailer of the sandbox stocks it.
 */
export function generatedListing(index: number): Listing {
  const random = randomOf(index)
  const base = pick(listings, random)
  const edition = `${pick(places, random)} ${pick(shores, random)} ${pick(batches, random)} ${index}`
  const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 1300))).toISOString()
  const factor = 0.7 + random() * 0.9
  const name = `${base.name}, ${edition}`
  return {
    ...base,
    slug: `${base.slug}-${index}`,
    name,
    position: 1000 + (index % 998_000),
    variants: base.variants.map((variant, place) => ({
      ...variant,
      sku: `${variant.sku}-${short(index)}`,
      gtin: ean13(`29${String(index).padStart(8, '0')}${String(place).padStart(2, '0')}`),
      guidance: money(Math.round(variant.guidance.amount * factor), variant.guidance.currency),
      retailerSkus: Object.fromEntries(
        Object.entries(variant.retailerSkus).map(([id, sku]) => [id, `${sku}-${short(index)}`]),
      ),
    })),
    seo: { ...base.seo, title: name.slice(0, 70) },
    createdAt: day,
    updatedAt: day,
  }
}

/** What each retailer asks for a generated listing's variants: guidance, a little more or a little less. */
export function generatedOffers(listing: Listing): Offer[] {
  return listing.variants.flatMap(({ sku, guidance, retailerSkus }) =>
    retailerIds
      .filter(id => retailerSkus[id])
      .map((retailerId, place) => ({
        slug: listing.slug,
        sku,
        retailerId,
        price: money(Math.round(guidance.amount * (0.94 + place * 0.05)), guidance.currency),
        availability: 'in_stock',
        asOf: listing.updatedAt,
      })),
  )
}

type Choice = {
  /** Search words too: half of all items. */
  search?: boolean
  /** Without offers and tags: a third of the items, where only lists of products are wanted. */
  lean?: boolean
}

/** Every item that generated listing number `index` is stored as. */
export function generatedItems(index: number, { search = false, lean = false }: Choice = {}) {
  const whole = generatedListing(index)
  const listing: Listing = lean ? { ...whole, tags: [] } : whole
  return listingItems(listing, lean ? [] : generatedOffers(listing), { search })
}

const atOnce = 500

/** Writes generated listings number `from` to `to`, the last not included, to the table. */
export async function writeGenerated(
  range: { from: number; to: number; onProgress?: (written: number) => void } & Choice,
): Promise<void> {
  for (let start = range.from; start < range.to; start += atOnce) {
    const end = Math.min(start + atOnce, range.to)
    const items = Array.from({ length: end - start }, (_, index) => generatedItems(start + index, range))
    await writeItems(items.flat())
    range.onProgress?.(end)
  }
}
