import { Price } from '#components/ui/price.tsx'
import type { Destination } from '#lib/domain/address.ts'
import type { Money } from '#lib/domain/money.ts'

/** Says for where the prices are, and what a change of place did to the total. */
export function PlaceNotice({
  destination,
  total,
  wanted,
  busy,
  was,
}: {
  destination: Destination
  total: Money
  wanted: Destination
  busy: boolean
  was: Money | undefined
}) {
  const here = `${destination.postalCode}, ${destination.region}`
  return (
    <p aria-live="polite" className="text-sm">
      {busy ? (
        <span className="text-muted">
          Asking for prices to {wanted.postalCode}, {wanted.region}…
        </span>
      ) : (
        <>
          <span className="text-muted">Prices are for delivery to {here}.</span>
          {was && (
            <strong className="font-semibold text-amber">
              {' '}
              The total is now <Price value={total} />; it was <Price value={was} />.
            </strong>
          )}
        </>
      )}
    </p>
  )
}
