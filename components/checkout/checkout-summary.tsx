'use client'

import Link from 'next/link'
import { savePreferences, usePreferences } from '#components/cart/cart-preferences.ts'
import type { Accepted } from '#components/checkout/use-accepted-quote.ts'
import { HoldCountdown } from '#components/quote/hold-countdown.tsx'
import { LoyaltyForm } from '#components/quote/loyalty-form.tsx'
import { QuoteLines } from '#components/quote/quote-lines.tsx'
import { QuoteTotals } from '#components/quote/quote-totals.tsx'
import { Price } from '#components/ui/price.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import type { Money } from '#lib/domain/money.ts'

/** What is bought from one retailer and what it comes to, beside the form. */
export function CheckoutSummary({
  accepted: { quote, retailer },
  lines,
  was,
  onFresh,
}: {
  accepted: Accepted
  lines: readonly CartLine[]
  was: Money | undefined
  onFresh: () => Promise<void>
}) {
  const { loyaltyIds } = usePreferences()
  return (
    <aside
      aria-label={`Your order from ${retailer.name}`}
      className="order-first grid content-start gap-5 self-start border border-line bg-surface p-5 lg:sticky lg:top-36 lg:order-last lg:p-6"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-heading">{retailer.name}</h2>
        <Link className="prose-link inline-flex min-h-11 items-center text-sm" href="/cart">
          Change
        </Link>
      </div>
      <QuoteLines lines={lines} quote={quote} />
      <QuoteTotals loyalty={quote.loyalty} loyaltyName={retailer.loyalty?.name} totals={quote.totals} />
      {was && (
        <p className="w-fit bg-amber-soft px-2 py-0.5 font-semibold text-amber text-note" role="status">
          Changed: it was <Price value={was} />
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
      </div>
    </aside>
  )
}
