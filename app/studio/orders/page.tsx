import type { Metadata } from 'next'
import Link from 'next/link'
import { OrdersSearch } from '#components/studio/orders-search.tsx'
import { OrdersTable } from '#components/studio/orders-table.tsx'
import { listWaitingOrders, searchOrders } from '#lib/services/search-orders.ts'
import { search } from './actions.ts'

export const metadata: Metadata = { title: 'Orders' }

type Query = Promise<Record<'customer' | 'number', string | string[] | undefined>>

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined
}

export default async function StudioOrdersPage({ searchParams }: { searchParams: Query }) {
  const asked = await searchParams
  const customer = text(asked.customer)
  const number = text(asked.number)
  const wanted = customer ? { customer } : number && { number }
  return (
    <div className="shell grid gap-6 py-6 lg:py-8">
      <h1 className="font-semibold font-text text-2xl tracking-tight">Orders</h1>
      <OrdersSearch action={search} />
      {wanted ? (
        <section aria-labelledby="found-heading" className="grid gap-3">
          <div className="flex flex-wrap items-baseline gap-4">
            <h2 className="font-semibold text-heading" id="found-heading">
              {customer ? 'This customer’s latest orders' : `Found for “${number}”`}
            </h2>
            <Link className="prose-link text-sm" href="/studio/orders">
              Those that need attention
            </Link>
          </div>
          <OrdersTable empty="There is no such order." orders={await searchOrders(wanted)} />
        </section>
      ) : (
        <section aria-labelledby="waiting-heading" className="grid gap-3">
          <h2 className="font-semibold text-heading" id="waiting-heading">
            Need attention
          </h2>
          <OrdersTable empty="No order waits for a person." orders={await listWaitingOrders()} />
        </section>
      )}
    </div>
  )
}
