import type { ReactNode } from 'react'
import { QuoteLines } from '#components/quote/quote-lines.tsx'
import { QuoteTotals } from '#components/quote/quote-totals.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Price } from '#components/ui/price.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import type { Money } from '#lib/domain/money.ts'
import { isComplete, itemsCovered, type Quote } from '#lib/domain/quote.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'

/** The frame all retailers share, so that on a wide screen their rows stand level. */
export const quoteCardStyles =
  'grid content-start gap-5 border border-line bg-surface p-5 lg:row-span-5 lg:grid-rows-subgrid lg:p-6'

type QuoteCardProps = {
  quote: Quote
  retailer: RetailerSummary
  lines: readonly CartLine[]
  /** What this offer is best at, if at anything. */
  best?: string
  /** The total before prices were fetched anew, where it differs. */
  was?: Money
  /** The way to buy. */
  action: ReactNode
  delivery: ReactNode
  loyalty?: ReactNode
  discount?: ReactNode
  hold: ReactNode
}

/** What a cart costs at one retailer: all of it, with what is missing said first. */
export function QuoteCard({ quote, retailer, lines, best, was, action, ...slots }: QuoteCardProps) {
  const complete = isComplete(quote)
  const asked = quote.lines.reduce((count, line) => count + line.requested, 0)
  return (
    <article
      aria-label={retailer.name}
      className={`${quoteCardStyles} ${best ? 'border-t-4 border-t-grass lg:pt-[1.3125rem]' : ''}`}
    >
      <header className="grid content-start gap-3">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h3 className="text-heading">{retailer.name}</h3>
          {best && <Badge tone="good">{best}</Badge>}
          {!complete && (
            <Badge tone="bad">
              {itemsCovered(quote)} of {asked} items
            </Badge>
          )}
        </div>
        <p className="font-display font-semibold text-4xl leading-none tracking-tight">
          <Price value={quote.totals.total} />
        </p>
        {was && (
          <p className="w-fit bg-amber-soft px-2 py-0.5 font-semibold text-amber text-note" role="status">
            Changed: it was <Price value={was} />
          </p>
        )}
        <div className="grid gap-2 self-end">{action}</div>
      </header>
      <div>{slots.delivery}</div>
      <div>
        <QuoteLines lines={lines} quote={quote} />
        {quote.notices.map(notice => (
          <p className="mt-2 text-muted text-note" key={notice}>
            {notice}
          </p>
        ))}
      </div>
      <QuoteTotals
        discount={quote.discount}
        loyalty={quote.loyalty}
        loyaltyName={retailer.loyalty?.name}
        totals={quote.totals}
      />
      <div className="grid content-start gap-1 border-line border-t pt-3">
        {slots.hold}
        {slots.loyalty}
        {slots.discount}
      </div>
    </article>
  )
}
