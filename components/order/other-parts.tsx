'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { PutBack } from '#components/order/put-back.tsx'
import { StateBadge } from '#components/order/state-badge.tsx'
import { useOrderStatus } from '#components/order/use-order-status.ts'
import { Price } from '#components/ui/price.tsx'
import type { CartChange } from '#lib/domain/cart.ts'
import type { Money } from '#lib/domain/money.ts'
import { type OrderStatus, orderNumber } from '#lib/domain/order.ts'
import { partWords } from '#lib/domain/split/part-words.ts'

/** One order of the same purchase, as far as another order's page tells of it. */
export type OtherPart = {
  orderId: string
  retailerName: string
  total: Money
  names: string[]
  initial: OrderStatus
  putBack: CartChange[]
}

type OtherPartsProps = { parts: OtherPart[]; putBack: (form: FormData) => Promise<void> }

/** What became of the rest of a basket that was bought from several retailers, kept up to date. */
export function OtherParts({ parts, putBack }: OtherPartsProps) {
  return (
    <section
      aria-labelledby="parts-title"
      className="mb-10 grid max-w-3xl gap-4 border border-line bg-surface p-5 lg:p-6"
    >
      <h2 className="text-heading" id="parts-title">
        {parts.length === 1 ? 'The other part of this purchase' : 'The other parts of this purchase'}
      </h2>
      <ul className="grid gap-4">
        {parts.map(part => (
          <Part action={putBack} key={part.orderId} part={part} />
        ))}
      </ul>
    </section>
  )
}

function Part({ part, action }: { part: OtherPart; action: OtherPartsProps['putBack'] }) {
  const { orderId, retailerName, total, names } = part
  const status = useOrderStatus(orderId, part.initial)
  const lost = status.state === 'failed' || status.state === 'cancelled'
  return (
    <li className="grid gap-2 border-line border-t pt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-center gap-3">
          <h3 className="font-semibold text-lead">{retailerName}</h3>
          <StateBadge status={status} />
        </div>
        <Price value={total} />
      </div>
      <p className="text-muted text-sm">{names.join(', ')}</p>
      <p aria-live="polite">{partWords(status, retailerName)}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {lost && (
          <PutBack
            action={action}
            changes={part.putBack}
            label={`Put ${status.state === 'failed' ? 'the failed' : 'this'} part back in my cart`}
            orderId={orderId}
          />
        )}
        <Link className="prose-link inline-flex min-h-11 items-center" href={`/orders/${orderId}` as Route}>
          Order <span className="figures mx-1">{orderNumber(orderId)}</span> at {retailerName}
        </Link>
      </div>
    </li>
  )
}
