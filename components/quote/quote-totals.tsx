import { ChangedPrice } from '#components/quote/changed-price.tsx'
import type { Quote } from '#lib/domain/quote.ts'

/** What a total is made of, down to the total itself. Parts that are zero and expected to be are left out. */
export function QuoteTotals({
  totals,
  before,
  loyalty,
  loyaltyName,
  discount,
}: {
  totals: Quote['totals']
  /** What it came to before prices were fetched anew: what differs is marked. */
  before?: Quote['totals']
  loyalty?: Quote['loyalty']
  loyaltyName?: string
  discount?: Quote['discount']
}) {
  const saved = totals.discount.amount !== 0
  const byLoyalty = loyalty?.accepted && loyalty.saving.amount !== 0
  const byCode = discount?.accepted && discount.saving.amount !== 0
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-1 text-sm">
      <dt>Items</dt>
      <dd className="text-right">
        <ChangedPrice before={before?.items} value={totals.items} />
      </dd>
      {saved && (
        <>
          <dt className="text-good">
            {byLoyalty && !byCode
              ? `${loyaltyName ?? 'Loyalty'} saving`
              : byCode && !byLoyalty
                ? `Code ${discount.code}`
                : 'Saving'}
          </dt>
          <dd className="text-right text-good">
            <ChangedPrice before={before?.discount} value={totals.discount} />
          </dd>
        </>
      )}
      <dt>Delivery</dt>
      <dd className="text-right">
        <ChangedPrice before={before?.fulfilment} free value={totals.fulfilment} />
      </dd>
      {totals.fees.amount !== 0 && (
        <>
          <dt>Fees</dt>
          <dd className="text-right">
            <ChangedPrice before={before?.fees} value={totals.fees} />
          </dd>
        </>
      )}
      <dt>Tax</dt>
      <dd className="text-right">
        <ChangedPrice before={before?.tax} value={totals.tax} />
      </dd>
      <dt className="mt-1 border-ink border-t pt-2 font-semibold text-base">Total</dt>
      <dd className="mt-1 border-ink border-t pt-2 text-right font-semibold text-base">
        <ChangedPrice before={before?.total} value={totals.total} />
      </dd>
    </dl>
  )
}
