import type { Route } from 'next'
import Link from 'next/link'
import { OrdersState } from '#components/studio/orders-state.tsx'
import { Price } from '#components/ui/price.tsx'
import { shortDateTime } from '#lib/domain/dates.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { type OrderSummary, orderNumber } from '#lib/domain/order.ts'

type Row = OrderSummary & { reason?: ErrorCode }

const head = 'py-2 pr-4 text-left font-semibold text-muted text-note'
const cell = 'py-2 pr-4'

/** Orders as rows; on a phone each row folds into two lines. `empty` stands where there are none. */
export function OrdersTable({ orders, empty }: { orders: Row[]; empty: string }) {
  if (orders.length === 0) return <p className="border-line border-y py-10 text-muted">{empty}</p>
  return (
    <table className="w-full border-ink border-t text-[0.9375rem]">
      <thead className="hidden border-line border-b md:table-header-group">
        <tr>
          {['Order', 'State', 'Retailer', 'Why'].map(title => (
            <th className={head} key={title} scope="col">
              {title}
            </th>
          ))}
          <th className={`${head} md:text-right`} scope="col">
            Total
          </th>
          <th className={`${head} pr-0 md:text-right`} scope="col">
            Bought
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map(row => (
          <tr
            className="relative flex flex-wrap items-center gap-x-3 border-line border-b py-2 hover:bg-surface md:table-row"
            key={row.id}
          >
            <th className={`${cell} text-left font-semibold`} scope="row">
              <Link
                className="figures after:absolute after:inset-0 hover:underline"
                href={`/studio/orders/${row.id}` as Route}
                prefetch={false}
              >
                {orderNumber(row.id)}
              </Link>
            </th>
            <td className={cell}>
              <OrdersState state={row.state} />
            </td>
            <td className={`${cell} text-muted max-md:text-note`}>{row.retailerName}</td>
            <td className={`${cell} text-muted text-sm max-md:basis-full`}>
              {row.reason && messageFor(row.reason)}
            </td>
            <td className={`${cell} md:text-right`}>
              <Price value={row.total} />
            </td>
            <td className="py-2 text-right text-muted max-md:ml-auto max-md:text-note">
              <time dateTime={row.createdAt}>{shortDateTime(row.createdAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
