import type { ReactNode } from 'react'
import { arrivalWords } from '#components/cart/arrival.ts'
import { QuoteLines } from '#components/quote/quote-lines.tsx'
import { QuoteTotals } from '#components/quote/quote-totals.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Price } from '#components/ui/price.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import type { Quote } from '#lib/domain/quote.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'
import { countWords } from '#lib/domain/split/count-words.ts'
import type { OfferedSplit } from '#lib/domain/split/offered-split.ts'
import { quotedLines } from '#lib/domain/split/part-lines.ts'

/** The cart bought from several retailers: who sends what, when, for how much, and what it comes to in all. */
export function SplitCard({
  split,
  retailers,
  lines,
  action,
  hold,
}: {
  split: OfferedSplit
  retailers: readonly RetailerSummary[]
  lines: readonly CartLine[]
  action: ReactNode
  hold: ReactNode
}) {
  const { quotes, total, saving } = split
  const parcels = countWords(quotes.length)
  return (
    <article
      aria-labelledby="split-title"
      className="mb-5 grid gap-6 border border-line border-t-4 border-t-grass bg-surface p-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] lg:gap-10 lg:p-6"
    >
      <header className="grid content-start gap-3">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h3 className="text-heading" id="split-title">
            {saving ? `Split it and save ${formatMoney(saving)}` : 'Split it and get everything'}
          </h3>
          <Badge tone="good">{quotes.length} parcels</Badge>
        </div>
        <p className="font-display font-semibold text-4xl leading-none tracking-tight">
          <Price value={total} />
        </p>
        <p className="text-muted">
          {saving
            ? `In ${parcels} parcels from ${parcels} shops, delivery and tax included, it costs less than at any one of them.`
            : `No single shop has your whole cart. ${capital(parcels)} together do, delivery and tax included.`}
        </p>
        <div className="grid gap-2">{action}</div>
        {hold}
      </header>
      <ul className="grid gap-6 sm:grid-cols-2">
        {quotes.map(quote => (
          <li
            className="grid content-start gap-3 border-line border-t pt-4 lg:border-t-0 lg:pt-0"
            key={quote.id}
          >
            <Part lines={lines} quote={quote} retailers={retailers} />
          </li>
        ))}
      </ul>
    </article>
  )
}

function Part({
  quote,
  retailers,
  lines,
}: {
  quote: Quote
  retailers: readonly RetailerSummary[]
  lines: readonly CartLine[]
}) {
  const retailer = retailers.find(each => each.id === quote.retailerId)
  const chosen = quote.options.find(option => option.id === quote.selectedOptionId)
  return (
    <>
      <div>
        <h4 className="font-semibold text-lead">{retailer?.name ?? quote.retailerId}</h4>
        {chosen && (
          <p className="text-muted text-sm">
            {arrivalWords(chosen)}, {chosen.title}
          </p>
        )}
      </div>
      <QuoteLines lines={quotedLines(lines, quote)} quote={quote} />
      {quote.notices.map(notice => (
        <p className="text-muted text-note" key={notice}>
          {notice}
        </p>
      ))}
      <QuoteTotals
        discount={quote.discount}
        loyalty={quote.loyalty}
        loyaltyName={retailer?.loyalty?.name}
        totals={quote.totals}
      />
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
