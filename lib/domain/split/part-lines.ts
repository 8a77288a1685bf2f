import type { CartLine } from '#lib/domain/cart.ts'

/** The cart's lines that `items` name, in their numbers: what one retailer of several sends. */
export function partLines(
  lines: readonly CartLine[],
  items: readonly { sku: string; quantity: number }[],
): CartLine[] {
  return lines.flatMap(line => {
    const item = items.find(each => each.sku === line.sku)
    return item ? [{ ...line, quantity: item.quantity }] : []
  })
}

/** The cart's lines as a quote was asked for them: all of them, or a part. */
export function quotedLines(
  lines: readonly CartLine[],
  quote: { lines: readonly { sku: string; requested: number }[] },
): CartLine[] {
  return partLines(
    lines,
    quote.lines.map(({ sku, requested }) => ({ sku, quantity: requested })),
  )
}
