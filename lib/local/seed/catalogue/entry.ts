import { createHash } from 'node:crypto'
import type { Listing, Tag, Variant } from '#lib/domain/listing.ts'
import { money } from '#lib/domain/money.ts'

/** One size of a product: label, the end of its SKU, guidance price in US cents, and who does not sell it. */
export type Size = { label: string; sku: string; cents: number; notAt?: readonly RetailerId[] }

export type RetailerId = 'harbor-market' | 'greenline' | 'parcel-and-pantry'

/** Per 100 g or 100 ml: kcal, then grams of each but sodium, which is in milligrams. */
export type Nutrition = readonly [
  calories: number,
  fat: number,
  saturated: number,
  carbohydrate: number,
  sugars: number,
  fiber: number,
  protein: number,
  sodium: number,
]

/** What is written by hand for a product; `listingOf` adds what follows from it. */
export type Entry = {
  slug: string
  name: string
  tagline: string
  description: readonly string[]
  tags: readonly Tag[]
  sizes: readonly Size[]
  /** What the front of the pack looks like, for people who cannot see it. */
  pack: string
  facts: Readonly<Record<string, string>>
  ingredients: string
  allergens: string
  nutrition: Nutrition
  substitutes: readonly string[]
  /** The sentence a search engine shows, at most 170 characters. */
  summary: string
  /** The day it joined the range, ISO 8601 date. */
  since: string
}

/** The EAN-13 of `body`, twelve digits: GS1's check digit weighs digits 1 and 3 in turn from the left. */
export function ean13(body: string): string {
  const total = [...body].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (total % 10)) % 10}`
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Every retailer with a number for the brand's articles: two more than those that the demo compares. */
const articleNumbers: Record<RetailerId | 'thistle' | 'bayleaf', (sku: string) => string> = {
  'harbor-market': sku => String(4_000_000 + (digest(`harbor ${sku}`).readUInt32BE() % 1_000_000)),
  greenline: sku => `gl-${sku.toLowerCase().replace('mrm-', 'marram-')}`,
  'parcel-and-pantry': sku => `PP${digest(`parcel ${sku}`).toString('hex').slice(0, 8).toUpperCase()}`,
  thistle: sku => `T${digest(`thistle ${sku}`).readUInt32BE() % 10_000_000}`,
  bayleaf: sku => `bay-${digest(`bayleaf ${sku}`).toString('hex').slice(0, 6)}`,
}

/** The variants of a product. GTINs use prefix 200 to 299, kept for a shop's own use, so none names a real product. */
export function variantsOf(sizes: readonly Size[], gtinBody: (index: number) => string): Variant[] {
  return sizes.map((size, index) => {
    const sku = `MRM-${size.sku}`
    const sellers = Object.entries(articleNumbers).filter(
      ([id]) => !size.notAt?.some(absent => absent === id),
    )
    return {
      sku,
      gtin: ean13(gtinBody(index)),
      label: size.label,
      guidance: money(size.cents, 'USD'),
      retailerSkus: Object.fromEntries(sellers.map(([id, number]) => [id, number(sku)])),
    }
  })
}

function nutritionOf(n: Nutrition): Listing['nutrition'] {
  return [
    { label: 'Calories', value: `${n[0]} kcal` },
    { label: 'Total fat', value: `${n[1]} g` },
    { label: 'Saturated fat', value: `${n[2]} g` },
    { label: 'Total carbohydrate', value: `${n[3]} g` },
    { label: 'Total sugars', value: `${n[4]} g` },
    { label: 'Fiber', value: `${n[5]} g` },
    { label: 'Protein', value: `${n[6]} g` },
    { label: 'Sodium', value: `${n[7]} mg` },
  ]
}

function imagesOf(entry: Entry): Listing['images'] {
  const images = [
    { src: `/art/${entry.slug}`, alt: entry.pack },
    { src: `/art/${entry.slug}-label`, alt: `The label of ${entry.name}, close up.` },
  ]
  const labels = entry.sizes.map(size => size.label)
  if (labels.length > 1)
    images.push({
      src: `/art/${entry.slug}-sizes`,
      alt: `${entry.name} in ${labels.length} sizes side by side: ${labels.join(', ')}.`,
    })
  return images
}

/** The listings of one category, in the order given. `shelf` is the category's digit in the GTINs. */
export function listingsOf(category: string, shelf: number, entries: readonly Entry[]): Listing[] {
  return entries.map((entry, place) => ({
    slug: entry.slug,
    name: entry.name,
    tagline: entry.tagline,
    description: entry.description.join('\n\n'),
    category,
    position: (place + 1) * 10,
    tags: [...entry.tags],
    status: 'published',
    variants: variantsOf(
      entry.sizes,
      index => `2${shelf}0417${String((place + 1) * 10 + index).padStart(6, '0')}`,
    ),
    images: imagesOf(entry),
    facts: Object.entries(entry.facts).map(([label, value]) => ({ label, value })),
    ingredients: entry.ingredients,
    allergens: entry.allergens,
    nutrition: nutritionOf(entry.nutrition),
    substitutes: [...entry.substitutes],
    seo: { title: `${entry.name} by Marram`, description: entry.summary },
    version: 1,
    createdAt: `${entry.since}T09:00:00.000Z`,
    updatedAt: `${entry.since}T09:00:00.000Z`,
    updatedBy: 'Marram',
  }))
}
