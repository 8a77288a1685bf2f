import { type Listing, type ListingEdit, listingEditSchema, slugSchema } from '#lib/domain/listing.ts'
import { decimalString, exponent, type Money, money } from '#lib/domain/money.ts'

/** What the editor's action takes: which listing, and its words as edited. */
export const listingEditInputSchema = listingEditSchema.extend({ slug: slugSchema })

/** A listing as the editor shows it. */
export function editOf(listing: Listing): ListingEdit {
  const { name, tagline, description, category, status, version } = listing
  const variants = listing.variants.map(({ sku, guidance }) => ({ sku, guidance: decimalString(guidance) }))
  return { name, tagline, description, category, status, version, variants }
}

/** An amount typed by a person, such as `4.50`, as money. */
export function typedMoney(text: string, currency: string): Money {
  return money(Math.round(Number(text) * 10 ** exponent(currency)), currency)
}

/** `listing` with an edit's words and prices in place. A variant that the edit does not name keeps its price. */
export function applyEdit(listing: Listing, edit: ListingEdit): Listing {
  const { variants: typed, version: _startedFrom, ...words } = edit
  const variants = listing.variants.map(variant => {
    const guidance = typed.find(each => each.sku === variant.sku)?.guidance
    return guidance ? { ...variant, guidance: typedMoney(guidance, variant.guidance.currency) } : variant
  })
  return { ...listing, ...words, variants }
}

/** One field that two editors left different. `field` is named as the form names it. */
export type Difference = { field: EditedField; mine: string; theirs: string }
type EditedField = 'name' | 'tagline' | 'description' | 'category' | 'status' | `variants.${number}.guidance`

/** Where an edit departs from what is saved now, field by field. */
export function differences(mine: ListingEdit, theirs: ListingEdit): Difference[] {
  const words = (['name', 'tagline', 'description', 'category', 'status'] as const).map(field => ({
    field,
    mine: mine[field],
    theirs: theirs[field],
  }))
  const prices = theirs.variants.map(({ sku, guidance }, index) => ({
    field: `variants.${index}.guidance` as const,
    mine: mine.variants.find(each => each.sku === sku)?.guidance ?? guidance,
    theirs: guidance,
  }))
  return [...words, ...prices].filter(each => each.mine !== each.theirs)
}
