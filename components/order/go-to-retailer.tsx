import { buttonStyles } from '#components/ui/button.tsx'
import type { OrderStatus } from '#lib/domain/order.ts'

/** The way to the retailer's own page, where it waits for the shopper. */
export function GoToRetailer({
  awaited: { url, since, until },
  retailerName,
}: {
  awaited: NonNullable<OrderStatus['awaited']>
  retailerName: string
}) {
  const minutes = Math.max(1, Math.round((Date.parse(until) - Date.parse(since)) / 60_000))
  return (
    <div className="grid justify-items-start gap-2">
      <a className={buttonStyles()} href={url} rel="noreferrer">
        Continue at {retailerName}
      </a>
      <p className="text-muted text-sm">
        We keep your order open for {minutes === 1 ? 'one minute' : `${minutes} minutes`}. If you do nothing,
        it is not placed.
      </p>
    </div>
  )
}
