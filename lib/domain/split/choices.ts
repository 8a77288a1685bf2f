import type { Terms } from '#lib/domain/split/terms.ts'

/** One way to get a line: how many from which retailer, by its place in the list, and what they cost there. */
export type Choice = { retailer: number; quantity: number; goods: number }[]

type Supply = { retailer: number; unitPrice: number; available: number }

function take({ retailer, unitPrice }: Supply, quantity: number): Choice[number] {
  return { retailer, quantity, goods: unitPrice * quantity }
}

/** Every set of retailers that give all they have, each with one more that gives the rest. */
function shared(supplies: readonly Supply[], quantity: number): Choice[] {
  const choices = new Map<string, Choice>()
  for (let set = 1; set < 2 ** supplies.length; set++) {
    const emptied = supplies.filter((_, index) => set & (1 << index))
    const given = emptied.reduce((sum, supply) => sum + supply.available, 0)
    if (given > quantity) continue
    const lasts = given === quantity ? [undefined] : supplies.filter(supply => !emptied.includes(supply))
    for (const last of lasts) {
      if (last && last.available < quantity - given) continue
      const choice = [
        ...emptied.map(supply => take(supply, supply.available)),
        ...(last ? [take(last, quantity - given)] : []),
      ].toSorted((a, b) => a.retailer - b.retailer)
      choices.set(choice.map(each => `${each.retailer}:${each.quantity}`).join(), choice)
    }
  }
  return [...choices.values()]
}

/**
 * The ways to get a line. Where some retailer has all of it, it comes whole, from one of those. Only where none has
 * enough is its number shared out, and then every retailer but one gives all it has: nobody wants the same jar from
 * three shops to save a cent. Empty where all of them together have too few.
 */
export function choicesFor(
  { sku, quantity }: { sku: string; quantity: number },
  retailers: readonly Terms[],
): Choice[] {
  const supplies = retailers.flatMap(({ articles }, retailer): Supply[] => {
    const article = articles.get(sku)
    return article && article.available > 0 ? [{ retailer, ...article }] : []
  })
  const whole = supplies.filter(supply => supply.available >= quantity)
  return whole.length > 0 ? whole.map(supply => [take(supply, quantity)]) : shared(supplies, quantity)
}
