import { OrdersTable } from '#components/studio/orders-table.tsx'
import { Price } from '#components/ui/price.tsx'
import type { Money } from '#lib/domain/money.ts'
import type { OrderSummary } from '#lib/domain/order.ts'

type Properties = {
  /** Absent for a customer who has not agreed that it may be looked at. */
  purchases?: {
    orders: OrderSummary[]
    hasMore: boolean
    retailers: { name: string; orders: number; paid: Money }[]
  }
}

/** What a customer bought and where. */
export function CustomerPurchases({ purchases }: Properties) {
  return (
    <section aria-labelledby="purchases-heading" className="grid gap-3">
      <h2 className="font-semibold text-heading" id="purchases-heading">
        Purchases
      </h2>
      {purchases ? (
        <>
          <ul className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
            {purchases.retailers.map(({ name, orders, paid }) => (
              <li key={name}>
                {name}: {orders} confirmed, <Price value={paid} />
              </li>
            ))}
          </ul>
          <OrdersTable empty="Nothing was bought." orders={purchases.orders} />
          {purchases.hasMore && <p className="text-muted text-sm">These are the latest 25.</p>}
        </>
      ) : (
        <p className="max-w-prose border-line border-y py-6 text-muted">
          This customer has not agreed that purchases are looked at, so they count in the totals only. To help
          with an order, look it up by its number under Orders.
        </p>
      )}
    </section>
  )
}
