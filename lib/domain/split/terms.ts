/**
 * How a retailer charges for a part of a basket, as far as can be told without asking it. Minor units of the one
 * currency that all retailers in a search share. An estimate: what is offered to a shopper is asked for.
 */
export type Terms = {
  retailerId: string
  /** By sku: what one costs and how many there are. */
  articles: ReadonlyMap<string, { unitPrice: number; available: number }>
  /** Delivery costs `price`, and nothing once the goods, less the saving, come to `freeFrom`. */
  delivery: { price: number; freeFrom?: number }
  /** From goods worth `from`: this share of them, 0 to below 1, and this amount besides. */
  saving?: { from: number; share: number; amount: number }
  /** Share of the goods less the saving. */
  taxRate: number
  /** What is added to every order. */
  fee: number
}

/** What goods worth `goods` cost delivered; nothing at all where none are bought. */
export function estimatedCost({ delivery, saving, taxRate, fee }: Terms, goods: number): number {
  if (goods === 0) return 0
  const saved = saving && goods >= saving.from ? Math.round(goods * saving.share) + saving.amount : 0
  const net = goods - Math.min(goods, saved)
  const isFree = delivery.freeFrom !== undefined && net >= delivery.freeFrom
  return net + (isFree ? 0 : delivery.price) + Math.round(net * taxRate) + fee
}

/** A straight line under a retailer's costs: from goods worth `from`, at least `fixed + slope × goods`. */
export type Tariff = { from: number; fixed: number; slope: number }

/**
 * Lines that together bound a retailer's costs: for any goods, the true cost is not below the lowest of those that
 * have begun. There is one for each way of being charged (delivery free or not, saving or not), at most four.
 */
export function tariffsOf({ delivery, saving, taxRate, fee }: Terms): Tariff[] {
  const none = { from: 0, share: 0, amount: 0 }
  const savings = saving ? (saving.from > 0 ? [none, saving] : [saving]) : [none]
  return savings.flatMap(({ from, share, amount }) => {
    const rounding = (share > 0 ? 0.5 * (1 + taxRate) : 0) + (taxRate > 0 ? 0.5 : 0)
    const slope = (1 - share) * (1 + taxRate)
    const base = fee - amount * (1 + taxRate) - rounding
    const paid = { from, fixed: base + delivery.price, slope }
    if (delivery.freeFrom === undefined) return [paid]
    const freeFrom = Math.max(from, (delivery.freeFrom + amount - 0.5) / (1 - share))
    return [paid, { from: freeFrom, fixed: base, slope }]
  })
}
