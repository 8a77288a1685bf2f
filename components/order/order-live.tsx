'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { AfterSaleSection } from '#components/order/after-sale.tsx'
import { GoToRetailer } from '#components/order/go-to-retailer.tsx'
import { OrderTimeline } from '#components/order/order-timeline.tsx'
import { StateBadge } from '#components/order/state-badge.tsx'
import { useOrderStatus } from '#components/order/use-order-status.ts'
import type { LineNames } from '#lib/domain/line-names.ts'
import { isSettled, type OrderStatus } from '#lib/domain/order.ts'
import { orderWords } from '#lib/domain/order-words.ts'

/**
 * How an order stands, kept up to date while it is looked at. `retry` is offered where it did not go through, `cancel`
 * where it went well; what can be done is asked for again once the order has settled.
 */
export function OrderLive({
  orderId,
  number,
  retailerName,
  initial,
  retry,
  cancel,
  parts,
  lineNames,
}: {
  orderId: string
  number: string
  retailerName: string
  initial: OrderStatus
  lineNames: LineNames
  retry: ReactNode
  cancel?: ReactNode
  /** What became of the rest of the purchase. */
  parts?: ReactNode
}) {
  const status = useOrderStatus(orderId, initial)
  const router = useRouter()
  const settledSince = isSettled(status) && status.updatedAt !== initial.updatedAt
  useEffect(() => {
    if (settledSince) router.refresh()
  }, [settledSince, router])
  const words = orderWords(status, retailerName, Boolean(parts))
  const { retailerOrder } = status
  const lost = status.state === 'failed' || status.state === 'cancelled'
  return (
    <>
      <header className="ledger-rule">
        <div aria-live="polite" className="grid max-w-3xl gap-4 pt-6 pb-8">
          <p className="flex flex-wrap items-center gap-3 text-muted">
            <span>
              Order <span className="figures font-semibold text-ink">{number}</span>
            </span>
            <StateBadge status={status} />
          </p>
          <h1 className="text-title">{words.title}</h1>
          <p className="max-w-prose text-lead text-muted">{words.text}</p>
          {retailerOrder && (
            <p className="text-lead">
              {retailerName}’s order number{' '}
              <strong className="figures select-all font-semibold">{retailerOrder.number}</strong>
              {retailerOrder.url && (
                <>
                  {' '}
                  <a className="prose-link ml-3" href={retailerOrder.url} rel="noreferrer" target="_blank">
                    See it at {retailerName}
                  </a>
                </>
              )}
            </p>
          )}
          {status.awaited && <GoToRetailer awaited={status.awaited} retailerName={retailerName} />}
          {lost && retry}
          {status.state === 'confirmed' && !status.cancelRequestedAt && cancel}
        </div>
      </header>
      {parts}
      {status.afterSale && (
        <AfterSaleSection afterSale={status.afterSale} names={lineNames} retailerName={retailerName} />
      )}
      <section aria-labelledby="timeline-title" className="pb-12">
        <h2 className="sr-only" id="timeline-title">
          What happened
        </h2>
        <OrderTimeline retailerName={retailerName} status={status} />
      </section>
    </>
  )
}
