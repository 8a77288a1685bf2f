import type { AfterSale } from '#lib/domain/after-sale.ts'
import { lineWords } from '#lib/domain/shipment-words.ts'
import { lineProgress, shipmentsOf } from '#lib/domain/shipments.ts'

/** How far one line of an order is, such as `2 of 3 shipped`. */
export function LineProgress({ afterSale, sku }: { afterSale: AfterSale | undefined; sku: string }) {
  const line = afterSale?.lines.find(each => each.sku === sku)
  if (!afterSale || !line) return null
  const words = lineWords(lineProgress(line, shipmentsOf(afterSale)))
  if (words.length === 0) return null
  return <span className="mt-1 block font-semibold text-grass text-sm">{words.join(' · ')}</span>
}
