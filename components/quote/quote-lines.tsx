import { ChangedPrice } from '#components/quote/changed-price.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import type { Quote } from '#lib/domain/quote.ts'

/** Each line of the cart at one retailer: its price, or plainly that it is missing or short. */
export function QuoteLines({
  quote,
  lines,
  before,
}: {
  quote: Pick<Quote, 'lines' | 'retailerId'>
  lines: readonly CartLine[]
  /** What was quoted before: a line that differs is marked. */
  before?: Pick<Quote, 'lines'>
}) {
  return (
    <ul className="grid content-start gap-2 text-sm">
      {lines.map(line => {
        const quoted = quote.lines.find(each => each.sku === line.sku)
        const available = quoted?.available ?? 0
        const missing = available === 0
        const short = !missing && available < line.quantity
        return (
          <li className="grid grid-cols-[1fr_auto] gap-x-4" key={line.sku}>
            <span className={missing ? 'text-muted' : undefined}>
              <span className="figures">{line.quantity} × </span>
              <span className={missing ? 'line-through' : undefined}>{line.name}</span>
              <span className="text-muted">, {line.variantLabel}</span>
            </span>
            <span className="text-right">
              {missing || !quoted?.total ? (
                <strong className="font-semibold text-danger">
                  {line.retailerSkus[quote.retailerId] ? 'Out of stock' : 'Not sold here'}
                </strong>
              ) : (
                <ChangedPrice
                  before={before?.lines.find(each => each.sku === line.sku)?.total}
                  value={quoted.total}
                />
              )}
            </span>
            {short && (
              <strong className="col-span-2 font-semibold text-amber text-note">
                Only {available} of {line.quantity} in stock
              </strong>
            )}
          </li>
        )
      })}
    </ul>
  )
}
