import type { ReactNode } from 'react'
import { shortDateTime } from '#lib/domain/dates.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import type { Order } from '#lib/domain/order.ts'

type Row = { title: string; value: ReactNode }

/** What to read out to the retailer, and to the customer. */
export function OrdersFacts({ order, mailed }: { order: Order; mailed: string[] }) {
  const { retailerOrder, hold, contact, address } = order
  const waits = order.state === 'needs_attention' || order.state === 'unknown'
  const rows: Row[] = [
    { title: 'Our order id', value: <Code>{order.id}</Code> },
    { title: 'Retailer', value: order.retailerName },
    { title: 'Retailer’s session', value: <Code>{order.sessionId}</Code> },
    ...(retailerOrder
      ? [
          {
            title: 'Retailer’s order',
            value: (
              <>
                <Code>{retailerOrder.number}</Code> (<Code>{retailerOrder.id}</Code>), {retailerOrder.status}{' '}
                as of {shortDateTime(retailerOrder.asOf)}
              </>
            ),
          },
        ]
      : []),
    ...(waits && hold
      ? [
          {
            title: 'Stock hold',
            value: (
              <>
                <Code>{hold.id}</Code>, lapses by itself{' '}
                <time dateTime={hold.expiresAt}>{shortDateTime(hold.expiresAt)}</time>
              </>
            ),
          },
        ]
      : []),
    { title: 'Accepted total', value: formatMoney(order.totals.total) },
    {
      title: 'Customer',
      value: `${address.firstName} ${address.lastName}, ${contact.email}`,
    },
    { title: 'Mails sent', value: mailWords(mailed) },
  ]
  return (
    <dl className="grid gap-x-6 border-line border-t text-sm sm:grid-cols-[10rem_1fr]">
      {rows.map(({ title, value }) => (
        <div className="border-line border-b py-2 sm:col-span-2 sm:grid sm:grid-cols-subgrid" key={title}>
          <dt className="text-muted">{title}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The kinds of mail, each with how many: what a parcel's or a refund's mail was about stands behind a dot. */
function mailWords(mailed: readonly string[]): string {
  const kinds = Map.groupBy(mailed, kind => (kind.split('.')[0] ?? kind).replaceAll('_', ' '))
  const words = [...kinds].map(([kind, { length }]) => (length > 1 ? `${kind} (${length})` : kind))
  return words.join(', ') || 'none'
}

function Code({ children }: { children: string }) {
  return <code className="select-all break-all">{children}</code>
}
