'use client'

import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { setCartState } from '#components/cart/cart-store.ts'
import { BuySplit } from '#components/quote/buy-split.tsx'
import { DiscountForm } from '#components/quote/discount-form.tsx'
import { FulfilmentChoice } from '#components/quote/fulfilment-choice.tsx'
import { HandoffCards } from '#components/quote/handoff-card.tsx'
import { HoldCountdown } from '#components/quote/hold-countdown.tsx'
import { LoyaltyForm } from '#components/quote/loyalty-form.tsx'
import { QuoteCard } from '#components/quote/quote-card.tsx'
import { SortChoice } from '#components/quote/sort-choice.tsx'
import { SplitCard } from '#components/quote/split-card.tsx'
import { UnavailableCard } from '#components/quote/unavailable-card.tsx'
import { Button, buttonStyles } from '#components/ui/button.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import type { SelectFulfilmentInput } from '#lib/domain/cart-request.ts'
import { type CartView, withQuote } from '#lib/domain/cart-view.ts'
import { praise, totalBefore } from '#lib/domain/compare-quotes.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import {
  isComplete,
  itemsCovered,
  type Quote,
  type QuoteOutcome,
  type QuoteSort,
  rankOutcomes,
} from '#lib/domain/quote.ts'
import { offeredSplit, soonestEnd } from '#lib/domain/split/offered-split.ts'

export type SelectFulfilment = Action<SelectFulfilmentInput, { quote: Quote }>

type ComparisonProps = {
  view: CartView
  before: QuoteOutcome[] | undefined
  /** Prices are being fetched anew: what is shown may be about to change. */
  busy: boolean
  loyaltyIds: Record<string, string>
  discountCodes: Record<string, string>
  destination: ReactNode
  select: SelectFulfilment
  onLoyaltyChange: (retailerId: string, loyaltyId: string | undefined) => void
  onCodeChange: (retailerId: string, code: string | undefined) => void
  onAskAgain: () => void
}

/** The whole cart at each retailer, side by side. */
export function Comparison({
  view,
  before,
  busy,
  loyaltyIds,
  discountCodes,
  select,
  ...rest
}: ComparisonProps) {
  const [sort, setSort] = useState<QuoteSort>('total')
  const [choosing, setChoosing] = useState<string>()
  const split = offeredSplit(view.split, view.outcomes)
  const best = praise(view.outcomes, split && 'Lowest in one parcel')

  async function choose(quoteId: string, optionId: string) {
    setChoosing(quoteId)
    const result = await select({ quoteId, optionId }).catch(() => undefined)
    setChoosing(undefined)
    if (!result?.ok) return rest.onAskAgain()
    setCartState({ view: withQuote(view, quoteId, result.data.quote) })
  }

  return (
    <section aria-labelledby="comparison-title" className="ledger-rule mt-14">
      <div className="grid gap-4 pt-6 pb-6">
        <h2 className="text-title" id="comparison-title">
          Choose who sells it to you
        </h2>
        {rest.destination}
        <SortChoice onChange={setSort} value={sort} />
      </div>
      <p aria-live="polite" className="sr-only">
        {busy ? 'Asking the retailers for prices' : 'Prices are up to date'}
      </p>
      {split && (
        <SplitCard
          action={<BuySplit busy={busy} split={split} />}
          hold={<HoldCountdown expiresAt={soonestEnd(split)} />}
          lines={view.cart.lines}
          retailers={view.retailers}
          split={split}
        />
      )}
      <div
        className={`grid items-start gap-5 transition-opacity lg:auto-cols-fr lg:grid-flow-col lg:grid-rows-[repeat(5,auto)] lg:items-stretch lg:gap-y-0 ${busy ? 'opacity-55' : ''}`}
      >
        {rankOutcomes(view.outcomes, sort).map(outcome => {
          const retailer = view.retailers.find(each => each.id === outcome.retailerId)
          if (!retailer) return null
          if (outcome.status === 'unavailable') {
            return (
              <UnavailableCard
                action={
                  <Button onClick={rest.onAskAgain} pending={busy} variant="outline">
                    Ask again<span className="sr-only"> at {retailer.name}</span>
                  </Button>
                }
                key={retailer.id}
                reason={outcome.reason}
                retailer={retailer}
              />
            )
          }
          const { quote } = outcome
          if (itemsCovered(quote) === 0) {
            return <UnavailableCard key={retailer.id} reason="out_of_stock" retailer={retailer} />
          }
          return (
            <QuoteCard
              action={
                isComplete(quote) ? (
                  <Link
                    aria-disabled={busy || undefined}
                    className={buttonStyles({
                      variant:
                        best.get(quote.id) === 'Soonest' || !best.has(quote.id) ? 'outline' : 'primary',
                      wide: true,
                    })}
                    href={`/checkout?quote=${quote.id}`}
                    onClick={event => busy && event.preventDefault()}
                  >
                    Buy from {retailer.name} — {formatMoney(quote.totals.total)}
                  </Link>
                ) : (
                  <p className="text-muted text-sm">
                    {retailer.name} cannot supply your whole cart. Change the cart, or pick another retailer.
                  </p>
                )
              }
              best={best.get(quote.id)}
              delivery={
                <FulfilmentChoice
                  busy={choosing === quote.id}
                  onChoose={optionId => choose(quote.id, optionId)}
                  quote={quote}
                />
              }
              hold={<HoldCountdown expiresAt={quote.expiresAt} />}
              key={retailer.id}
              lines={view.cart.lines}
              loyalty={
                <LoyaltyForm
                  accepted={quote.loyalty?.accepted}
                  key={loyaltyIds[retailer.id] ?? 'none'}
                  loyaltyId={loyaltyIds[retailer.id]}
                  onChange={loyaltyId => rest.onLoyaltyChange(retailer.id, loyaltyId)}
                  retailer={retailer}
                />
              }
              discount={
                <DiscountForm
                  code={discountCodes[retailer.id]}
                  discount={quote.discount}
                  key={`${discountCodes[retailer.id]} ${quote.discount?.accepted}`}
                  onChange={code => rest.onCodeChange(retailer.id, code)}
                  retailer={retailer}
                />
              }
              quote={quote}
              retailer={retailer}
              was={totalBefore(quote, before)}
            />
          )
        })}
      </div>
      <HandoffCards busy={busy} handoffs={view.handoffs} lines={view.cart.lines} />
    </section>
  )
}
