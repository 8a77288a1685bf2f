import { Price } from '#components/ui/price.tsx'
import type { Quote } from '#lib/domain/quote.ts'

/** What a total is made of, down to the total itself. Parts that are zero and expected to be are left out. */
export function QuoteTotals({
  totals,
  loyalty,
  loyaltyName,
}: {
  totals: Quote['totals']
  loyalty?: Quote['loyalty']
  loyaltyName?: string
}) {
  const saved = totals.discount.amount !== 0
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-1 text-sm">
      <dt>Items</dt>
      <dd className="text-right">
        <Price value={totals.items} />
      </dd>
      {saved && (
        <>
          <dt className="text-good">{loyalty?.accepted ? `${loyaltyName ?? 'Loyalty'} saving` : 'Saving'}</dt>
          <dd className="text-right text-good">
            <Price value={totals.discount} />
          </dd>
        </>
      )}
      <dt>Delivery</dt>
      <dd className="text-right">
        {totals.fulfilment.amount === 0 ? 'Free' : <Price value={totals.fulfilment} />}
      </dd>
      {totals.fees.amount !== 0 && (
        <>
          <dt>Fees</dt>
          <dd className="text-right">
            <Price value={totals.fees} />
          </dd>
        </>
      )}
      <dt>Tax</dt>
      <dd className="text-right">
        <Price value={totals.tax} />
      </dd>
      <dt className="mt-1 border-ink border-t pt-2 font-semibold text-base">Total</dt>
      <dd className="mt-1 border-ink border-t pt-2 text-right font-semibold text-base">
        <Price value={totals.total} />
      </dd>
    </dl>
  )
}
