import type { Route } from 'next'
import Link from 'next/link'
import { OrderStateBadge } from '#components/account/order-state-badge.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { Price } from '#components/ui/price.tsx'
import { shortDate } from '#lib/domain/dates.ts'
import { type OrderSummary, orderNumber } from '#lib/domain/order.ts'

type OrderListProps = { orders: OrderSummary[]; after?: string; next?: string }

function contents({ names }: OrderSummary): string {
  const [first = '', ...others] = names
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

/** A customer's orders, newest first, one page of them. */
export function OrderList({ orders, after, next }: OrderListProps) {
  if (orders.length === 0) {
    return (
      <div className="grid justify-items-start gap-4 border-line border-y py-8">
        <p className="max-w-prose text-muted">
          {after
            ? 'There are no older orders.'
            : 'No orders with this e-mail yet. What you buy while signed in, or as a guest with this address, shows up here.'}
        </p>
        <Link className={buttonStyles({ variant: 'outline' })} href={after ? '/account' : '/products'}>
          {after ? 'Newest orders' : 'Look around the pantry'}
        </Link>
      </div>
    )
  }
  return (
    <>
      <ul className="border-ink border-t">
        {orders.map(order => (
          <li className="relative border-line border-b py-4 hover:bg-surface" key={order.id}>
            <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <h3 className="font-semibold font-text text-base tracking-normal">
                <Link
                  className="after:absolute after:inset-0 hover:underline"
                  href={`/orders/${order.id}` as Route}
                >
                  {contents(order)}
                </Link>
              </h3>
              <OrderStateBadge state={order.state} />
              <Price className="ml-auto font-semibold" value={order.total} />
            </div>
            <p className="text-muted text-note">
              {shortDate(order.createdAt)}, {order.itemCount} {order.itemCount === 1 ? 'item' : 'items'} from{' '}
              {order.retailerName}, order <span className="figures">{orderNumber(order.id)}</span>
            </p>
          </li>
        ))}
      </ul>
      {(after || next) && (
        <nav aria-label="More orders" className="mt-4 flex gap-3">
          {after && (
            <Link className={buttonStyles({ variant: 'quiet', size: 'small' })} href="/account">
              Newest
            </Link>
          )}
          {next && (
            <Link
              className={buttonStyles({ variant: 'outline', size: 'small' })}
              href={`/account?after=${encodeURIComponent(next)}`}
            >
              Older orders
            </Link>
          )}
        </nav>
      )}
    </>
  )
}
