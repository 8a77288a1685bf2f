import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { arrivalWords } from '#components/cart/arrival.ts'
import { BuySplit } from '#components/quote/buy-split.tsx'
import { HandoffCards } from '#components/quote/handoff-card.tsx'
import { QuoteCard } from '#components/quote/quote-card.tsx'
import { SplitCard } from '#components/quote/split-card.tsx'
import { UnavailableCard } from '#components/quote/unavailable-card.tsx'
import { Button, buttonStyles } from '#components/ui/button.tsx'
import { Price } from '#components/ui/price.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import { praise } from '#lib/domain/compare-quotes.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import { isComplete, itemsCovered, type Quote, type QuoteOutcome, rankOutcomes } from '#lib/domain/quote.ts'
import type { HandoffOffer, RetailerSummary } from '#lib/domain/retailer.ts'
import { offeredSplit, soonestEnd } from '#lib/domain/split/offered-split.ts'

type FormAction = (form: FormData) => Promise<void>
type PlainComparisonProps = {
  lines: readonly CartLine[]
  outcomes: QuoteOutcome[]
  /** The parts of a split, where there is one to offer. */
  split: Quote[]
  retailers: RetailerSummary[]
  handoffs: HandoffOffer[]
  destination: ReactNode
  select: FormAction
}

/** The whole cart at each retailer, lowest total first, without scripts. */
export function PlainComparison({
  lines,
  outcomes,
  split,
  retailers,
  handoffs,
  destination,
  select,
}: PlainComparisonProps) {
  const offered = offeredSplit(split, outcomes)
  const best = praise(outcomes, offered && 'Lowest in one parcel')
  return (
    <section aria-labelledby="comparison-title" className="ledger-rule mt-14">
      <div className="grid gap-4 pt-6 pb-6">
        <h2 className="text-title" id="comparison-title">
          Choose who sells it to you
        </h2>
        {destination}
      </div>
      {offered && (
        <SplitCard
          action={<BuySplit split={offered} />}
          hold={<HoldsUntil expiresAt={soonestEnd(offered)} />}
          lines={lines}
          retailers={retailers}
          split={offered}
        />
      )}
      <div className="grid items-start gap-5 lg:auto-cols-fr lg:grid-flow-col lg:grid-rows-[repeat(5,auto)] lg:items-stretch lg:gap-y-0">
        {rankOutcomes(outcomes, 'total').map(outcome => {
          const retailer = retailers.find(each => each.id === outcome.retailerId)
          if (!retailer) return null
          if (outcome.status === 'unavailable') {
            const again = (
              <a className={buttonStyles({ variant: 'outline' })} href="/cart/plain">
                Ask again
              </a>
            )
            return (
              <UnavailableCard action={again} key={retailer.id} reason={outcome.reason} retailer={retailer} />
            )
          }
          if (itemsCovered(outcome.quote) === 0) {
            return <UnavailableCard key={retailer.id} reason="out_of_stock" retailer={retailer} />
          }
          return (
            <QuoteCard
              action={<PlainBuy quote={outcome.quote} retailer={retailer} />}
              best={best.get(outcome.quote.id)}
              delivery={<PlainFulfilment action={select} quote={outcome.quote} />}
              hold={<HoldsUntil expiresAt={outcome.quote.expiresAt} />}
              key={retailer.id}
              lines={lines}
              quote={outcome.quote}
              retailer={retailer}
            />
          )
        })}
      </div>
      <HandoffCards handoffs={handoffs} lines={lines} />
    </section>
  )
}

function PlainBuy({ quote, retailer }: { quote: Quote; retailer: RetailerSummary }) {
  if (!isComplete(quote)) {
    return <p className="text-muted text-sm">{retailer.name} cannot supply your whole cart.</p>
  }
  return (
    <Link className={buttonStyles({ wide: true })} href={`/checkout?quote=${quote.id}` as Route}>
      Buy from {retailer.name} — {formatMoney(quote.totals.total)}
    </Link>
  )
}

function HoldsUntil({ expiresAt }: { expiresAt: string }) {
  const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'America/New_York' })
  return (
    <p className="text-muted text-note">
      This price holds until {time.format(new Date(expiresAt))}, New York time
    </p>
  )
}

function PlainFulfilment({ quote, action }: { quote: Quote; action: FormAction }) {
  return (
    <form action={action} className="grid content-start gap-2 text-sm">
      <input name="quoteId" type="hidden" value={quote.id} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">Delivery</legend>
        {quote.options.map(option => (
          <label className="grid min-h-11 grid-cols-[auto_1fr_auto] items-center gap-x-3" key={option.id}>
            <input
              className="size-4.5 accent-grass"
              defaultChecked={option.id === quote.selectedOptionId}
              name="optionId"
              type="radio"
              value={option.id}
            />
            <span>
              <span className="block font-semibold">{arrivalWords(option)}</span>
              <span className="block text-muted text-note">{option.title}</span>
            </span>
            <span>{option.price.amount === 0 ? 'Free' : <Price value={option.price} />}</span>
          </label>
        ))}
      </fieldset>
      {quote.options.length > 1 && (
        <Button className="w-fit" size="small" type="submit" variant="outline">
          Use this delivery
        </Button>
      )}
    </form>
  )
}
