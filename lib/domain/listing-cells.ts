import { type Listing, listingSchema } from '#lib/domain/listing.ts'
import { typedMoney } from '#lib/domain/listing-edit.ts'
import { decimalString } from '#lib/domain/money-format.ts'

/** What a list of products holds of each: all that a person edits. The columns of the file, in order. */
export const listingColumns = [
  'slug',
  'name',
  'tagline',
  'description',
  'category',
  'position',
  'status',
  'tags',
  'variants',
  'images',
  'facts',
  'ingredients',
  'allergens',
  'nutrition',
  'substitutes',
  'seo title',
  'seo description',
] as const
export type ListingColumn = (typeof listingColumns)[number]

/** One row of the file. A column that the file does not have is absent and stays as it is. */
export type ListingCells = Partial<Record<ListingColumn, string>>

/** A listing without what only the site keeps: its version and who saved it when. */
export const listingContentSchema = listingSchema.omit({
  version: true,
  createdAt: true,
  updatedAt: true,
  updatedBy: true,
})
export type ListingContent = Pick<Listing, keyof typeof listingContentSchema.shape>

/** A list inside a cell: an entry a line, its parts between bars. `\` stands before what is meant as it is. */
function entryCell(entries: readonly (readonly string[])[]): string {
  const plain = (part: string) =>
    part
      .replace(/[\\|]/g, '\\$&')
      .replaceAll('\n', '\\n')
      .replace(/^[ \t]|[ \t]$/g, edge => (edge === ' ' ? '\\s' : '\\t'))
  return entries.map(parts => parts.map(plain).join(' | ')).join('\n')
}

const escapes: Record<string, string> = { n: '\n', s: ' ', t: '\t' }

/** The parts of a line between its bars, those with a `\\` before them left alone. */
function partsOf(line: string): string[] {
  const bars = [...line.matchAll(/\\.|\|/g)].filter(([sign]) => sign === '|').map(bar => bar.index)
  return [...bars, line.length].map((end, index) =>
    line.slice(index === 0 ? 0 : (bars[index - 1] ?? 0) + 1, end),
  )
}

function entriesOf(cell: string): string[][] {
  const intended = (part: string) => part.replace(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign)
  const lines = cell.split('\n').filter(line => line.trim() !== '')
  return lines.map(line => partsOf(line).map(part => intended(part.replace(/^[ \t]+|[ \t]+$/g, ''))))
}

const words = (cell: string) => cell.split(/\s+/).filter(word => word !== '')
const pairs = (cell: string) => entriesOf(cell).map(([label = '', value = '']) => ({ label, value }))

/** A size: `sku | label | price | currency | GTIN | retailer=its number | …`. */
function variantOf([sku = '', label = '', price = '', currency = '', gtin = '', ...numbers]: string[]) {
  const retailerSkus = numbers.map(number => {
    const at = number.indexOf('=')
    return [number.slice(0, at), number.slice(at + 1)] as const
  })
  const isPrice = /^\d{1,6}(\.\d{1,2})?$/.test(price) && /^[A-Z]{3}$/.test(currency)
  return {
    sku,
    label,
    guidance: isPrice ? typedMoney(price, currency) : undefined,
    gtin,
    retailerSkus: Object.fromEntries(retailerSkus),
  }
}

const fields = {
  position: (cell: string) => ({ position: cell.trim() === '' ? 0 : Number(cell) }),
  tags: (cell: string) => ({ tags: words(cell) }),
  substitutes: (cell: string) => ({ substitutes: words(cell) }),
  variants: (cell: string) => ({ variants: entriesOf(cell).map(variantOf) }),
  images: (cell: string) => ({ images: entriesOf(cell).map(([src, alt]) => ({ src, alt })) }),
  facts: (cell: string) => ({ facts: pairs(cell) }),
  nutrition: (cell: string) => ({ nutrition: pairs(cell) }),
} satisfies Partial<Record<ListingColumn, (cell: string) => object>>

/** A spreadsheet takes a cell that begins so for a formula: an apostrophe before it says that it is text. */
const looksLikeFormula = /^'*[=+\-@\t\r]/
const guarded = (cell: string) => (looksLikeFormula.test(cell) ? `'${cell}` : cell)
const meant = (cell: string) => (cell.startsWith("'") && looksLikeFormula.test(cell) ? cell.slice(1) : cell)

/** A listing as a row. `contentOf` makes the same listing of it again. */
export function cellsOf(listing: ListingContent): Record<ListingColumn, string> {
  const { slug, name, tagline, description, category, status, ingredients, allergens, seo } = listing
  const cells: Record<ListingColumn, string> = {
    slug,
    name,
    tagline,
    description,
    category,
    position: String(listing.position),
    status,
    tags: listing.tags.join(' '),
    variants: entryCell(
      listing.variants.map(({ sku, label, guidance, gtin, retailerSkus }) => [
        ...[sku, label, decimalString(guidance), guidance.currency, gtin],
        // A stored map has no order of its own.
        ...Object.entries(retailerSkus)
          .map(([retailerId, number]) => `${retailerId}=${number}`)
          .toSorted(),
      ]),
    ),
    images: entryCell(listing.images.map(({ src, alt }) => [src, alt])),
    facts: entryCell(listing.facts.map(({ label, value }) => [label, value])),
    ingredients,
    allergens,
    nutrition: entryCell(listing.nutrition.map(({ label, value }) => [label, value])),
    substitutes: listing.substitutes.join(' '),
    'seo title': seo.title,
    'seo description': seo.description,
  }
  for (const column of listingColumns) cells[column] = guarded(cells[column])
  return cells
}

/** What a new listing has where its row says nothing. */
const blank = {
  position: 0,
  status: 'draft',
  tags: [],
  facts: [],
  ingredients: '',
  allergens: '',
  nutrition: [],
  substitutes: [],
}

/**
 * What a row makes of a listing, not yet checked: the columns it has, over the listing as it is now or over a blank
 * one. Check it with `listingContentSchema`.
 */
export function contentOf(cells: ListingCells, before: ListingContent | undefined): object {
  const found: Record<string, unknown> = { ...blank, ...before }
  const seo = { title: '', description: '', ...before?.seo }
  for (const column of listingColumns) {
    const given = cells[column]
    if (given === undefined) continue
    const cell = meant(given.replaceAll('\r\n', '\n'))
    if (column === 'seo title') seo.title = cell
    else if (column === 'seo description') seo.description = cell
    else if (column in fields) Object.assign(found, fields[column as keyof typeof fields](cell))
    else found[column] = cell
  }
  return { ...found, seo }
}

/** The column in which a refused value stands, by the value's path in the listing. */
export function columnOf(path: readonly PropertyKey[]): ListingColumn {
  const [field, part] = path.map(String)
  if (field === 'seo') return part === 'title' ? 'seo title' : 'seo description'
  return listingColumns.find(column => column === field) ?? 'slug'
}
