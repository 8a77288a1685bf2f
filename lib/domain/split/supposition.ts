import type { Choice } from '#lib/domain/split/choices.ts'
import type { Tariff } from '#lib/domain/split/terms.ts'

/** Each retailer, by its place in the list, with the tariff it is supposed to charge by; others are left out. */
export type Supposition = ReadonlyMap<number, Tariff>

/** What a choice costs under a supposition; infinite where it buys from a retailer that is left out. */
export function priceOf(choice: Choice, supposed: Supposition): number {
  return choice.reduce((sum, { retailer, goods }) => {
    const tariff = supposed.get(retailer)
    return tariff ? sum + tariff.slope * goods : Number.POSITIVE_INFINITY
  }, 0)
}
