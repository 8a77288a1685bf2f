'use client'

import Link from 'next/link'
import { savePreferences, usePreferences } from '#components/cart/cart-preferences.ts'
import type { Accepted } from '#components/checkout/use-accepted-quotes.ts'
import { DiscountForm } from '#components/quote/discount-form.tsx'
import { HoldCountdown } from '#components/quote/hold-countdown.tsx'
import { LoyaltyForm } from '#components/quote/loyalty-form.tsx'
import { QuoteLines } from '#components/quote/quote-lines.tsx'
import { QuoteTotals } from '#components/quote/quote-totals.tsx'
import { Price } from '#components/ui/price.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import type { Money } from '#lib/domain/money.ts'
import { countWords } from '#lib/domain/split/count-words.ts'
import { quotedLines } from '#lib/domain/split/part-lines.ts'

type SummaryProps = {
  accepted: Accepted[]
  lines: readonly CartLine[]
  total: Money
  onFresh: () => Promise<void>
}

/** What is bought, from whom, and what it comes to, beside the form. */
export function CheckoutSummary({ accepted, lines, total, onFresh }: SummaryProps) {
  const names = accepted.map(each => each.retailer.name).join(' and ')
  return (
    <aside
      aria-label={`Your order from ${names}`}
      className="order-first grid content-start gap-8 self-start border border-line bg-surface p-5 lg:sticky lg:top-36 lg:order-last lg:p-6"
    >
      {accepted.map((part, index) => (
        <SummaryPart
          accepted={part}
          isFirst={index === 0}
          key={part.retailer.id}
          lines={lines}
          onFresh={onFresh}
        />
      ))}
      {accepted.length > 1 && (
        <p className="flex items-baseline justify-between gap-4 border-ink border-t-2 pt-3 font-semibold text-lead">
          {accepted.length === 2 ? 'Both' : `All ${countWords(accepted.length)}`} parcels{' '}
          <Price value={total} />
        </p>
      )}
    </aside>
  )
}

function SummaryPart({
  accepted: { quote, retailer, before },
  isFirst,
  lines,
  onFresh,
}: { accepted: Accepted; isFirst: boolean } & Pick<SummaryProps, 'lines' | 'onFresh'>) {
  const { loyaltyIds, discountCodes } = usePreferences()
  return (
    <div className="grid content-start gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-heading">{retailer.name}</h2>
        {isFirst && (
          <Link className="prose-link inline-flex min-h-11 items-center text-sm" href="/cart">
            Change
          </Link>
        )}
      </div>
      <QuoteLines before={before} lines={quotedLines(lines, quote)} quote={quote} />
      <QuoteTotals
        before={before?.totals}
        discount={quote.discount}
        loyalty={quote.loyalty}
        loyaltyName={retailer.loyalty?.name}
        totals={quote.totals}
      />
      {before && (
        <p className="w-fit bg-amber-soft px-2 py-0.5 font-semibold text-amber text-note" role="status">
          Changed: it was <Price value={before.totals.total} />
        </p>
      )}
      <div className="grid gap-1 border-line border-t pt-3">
        <HoldCountdown expiresAt={quote.expiresAt} />
        <LoyaltyForm
          accepted={quote.loyalty?.accepted}
          key={loyaltyIds[retailer.id] ?? 'none'}
          loyaltyId={loyaltyIds[retailer.id]}
          onChange={loyaltyId => {
            const { [retailer.id]: _, ...others } = loyaltyIds
            savePreferences({ loyaltyIds: loyaltyId ? { ...others, [retailer.id]: loyaltyId } : others })
            void onFresh()
          }}
          retailer={retailer}
        />
        <DiscountForm
          code={discountCodes[retailer.id]}
          discount={quote.discount}
          key={`${discountCodes[retailer.id]} ${quote.discount?.accepted}`}
          onChange={code => {
            const { [retailer.id]: _, ...others } = discountCodes
            savePreferences({ discountCodes: code ? { ...others, [retailer.id]: code } : others })
            void onFresh()
          }}
          retailer={retailer}
        />
      </div>
    </div>
  )
}
