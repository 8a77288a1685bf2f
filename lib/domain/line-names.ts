import type { Order } from '#lib/domain/order.ts'

/** What was ordered, by the retailer's line ids: in our own words where it was bought here, else in the retailer's. */
export type LineNames = Record<string, string>

/** The names of an order's lines as its retailer numbers them; empty while nothing was heard of it since its sale. */
export function lineNames({ lines, afterSale }: Pick<Order, 'lines' | 'afterSale'>): LineNames {
  const named = (afterSale?.lines ?? []).map(({ id, sku, title }) => {
    const own = lines.find(line => line.sku === sku)
    return [id, own ? `${own.name}, ${own.variantLabel}` : title] as const
  })
  return Object.fromEntries(named)
}
