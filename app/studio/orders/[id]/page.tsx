import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OrdersActions } from '#components/studio/orders-actions.tsx'
import { OrdersAfterSale } from '#components/studio/orders-after-sale.tsx'
import { OrdersFacts } from '#components/studio/orders-facts.tsx'
import { OrdersHistory } from '#components/studio/orders-history.tsx'
import { OrdersState } from '#components/studio/orders-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { auditEntrySchema } from '#lib/domain/audit.ts'
import { outcomeWords } from '#lib/domain/audit-words.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { orderNumber, orderStates } from '#lib/domain/order.ts'
import { inspectOrder } from '#lib/services/inspect-order.ts'
import { ask, release, resolve } from './actions.ts'

export const metadata: Metadata = { title: 'An order' }

type Properties = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ outcome?: string | string[] }>
}

export default async function StudioOrderPage({ params, searchParams }: Properties) {
  const { id } = await params
  const outcome = auditEntrySchema.shape.outcome.safeParse((await searchParams).outcome).data
  const { order, mailed, audit } = await inspectOrder(id).catch(error => {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  })
  // A state is repeated only where the record bears it out; a link can say anything.
  const isSaid = !orderStates.some(state => state === outcome) || audit.at(-1)?.outcome === outcome
  return (
    <div className="shell py-6 lg:py-8">
      <nav aria-label="Where you are" className="text-sm">
        <Link className="prose-link inline-flex min-h-11 items-center" href="/studio/orders">
          Orders
        </Link>
      </nav>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-ink border-b pb-4">
        <h1 className="figures font-semibold font-text text-2xl tracking-tight">{orderNumber(id)}</h1>
        <OrdersState state={order.state} />
        {order.reason && <p className="text-muted text-sm">{messageFor(order.reason)}</p>}
      </div>
      {outcome && isSaid && (
        <Notice className="mt-6" role="status">
          {outcomeWords(outcome)}
        </Notice>
      )}
      <div className="grid gap-10 pt-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
        <div className="grid min-w-0 content-start gap-10">
          <OrdersFacts mailed={mailed} order={order} />
          <OrdersAfterSale order={order} />
          <section aria-labelledby="history-heading">
            <h2 className="mb-3 font-semibold text-heading" id="history-heading">
              What happened
            </h2>
            <OrdersHistory audit={audit} timeline={order.timeline} />
          </section>
        </div>
        <section aria-labelledby="actions-heading">
          <h2 className="mb-4 font-semibold text-heading" id="actions-heading">
            What you can do
          </h2>
          <OrdersActions ask={ask} orderId={id} release={release} resolve={resolve} state={order.state} />
        </section>
      </div>
    </div>
  )
}
