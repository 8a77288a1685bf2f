import { maximumQuantity } from '#lib/domain/limits.ts'

/**
 * Why a typed quantity cannot be taken, in the words of quantitySchema; undefined when it can. Stands in for the
 * schema on product pages, which do without the schema library; a test holds the two together.
 */
export function quantityProblem(text: string): string | undefined {
  const quantity = Number(text)
  if (!Number.isFinite(quantity)) return 'Enter a number.'
  if (!Number.isSafeInteger(quantity)) return 'Enter a whole number.'
  if (quantity < 1) return 'Enter at least 1.'
  return quantity > maximumQuantity ? `Enter ${maximumQuantity} at most.` : undefined
}
