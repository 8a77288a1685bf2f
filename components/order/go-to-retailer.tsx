import { buttonStyles } from '#components/ui/button.tsx'
import type { OrderStatus } from '#lib/domain/order.ts'

const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })

/** The way to the retailer's own page, where it waits for the shopper. */
export function GoToRetailer({
  awaited,
  retailerName,
}: {
  awaited: NonNullable<OrderStatus['awaited']>
  retailerName: string
}) {
  return (
    <div className="grid justify-items-start gap-2">
      <a className={buttonStyles({})} href={awaited.url} rel="noreferrer">
        Continue at {retailerName}
      </a>
      <p className="text-muted text-sm">
        {/* In the shopper's own time zone, which the server does not know. */}
        We keep your order open until{' '}
        <span suppressHydrationWarning>{time.format(new Date(awaited.until))}</span>. If you do nothing, it is
        not placed.
      </p>
    </div>
  )
}
