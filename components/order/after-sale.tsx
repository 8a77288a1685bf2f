import { Badge } from '#components/ui/badge.tsx'
import { Price } from '#components/ui/price.tsx'
import type { AfterSale } from '#lib/domain/after-sale.ts'
import { shortDate } from '#lib/domain/dates.ts'
import type { LineNames } from '#lib/domain/line-names.ts'
import { refundWords, shipmentWords } from '#lib/domain/shipment-words.ts'
import { refundsOf, type Shipment, shipmentsOf } from '#lib/domain/shipments.ts'

type AfterSaleSectionProps = { afterSale: AfterSale; names: LineNames; retailerName: string }

/** Parcels with the way to track them, and money given back. Nothing while neither is there. */
export function AfterSaleSection({ afterSale, names, retailerName }: AfterSaleSectionProps) {
  const shipments = shipmentsOf(afterSale)
  const refunds = refundsOf(afterSale)
  if (shipments.length + refunds.length === 0) return null
  return (
    <div className="grid gap-8 pb-12">
      {shipments.length > 0 && (
        <section aria-labelledby="parcels-title">
          <h2 className="text-heading" id="parcels-title">
            {shipments.length === 1 ? 'Your parcel' : 'Your parcels'}
          </h2>
          <div className="mt-4">
            <Parcels names={names} retailerName={retailerName} shipments={shipments} />
          </div>
        </section>
      )}
      {refunds.length > 0 && (
        <section aria-labelledby="refunds-title">
          <h2 className="text-heading" id="refunds-title">
            Money back
          </h2>
          <ul aria-live="polite" className="mt-4 max-w-3xl border-line border-t">
            {refunds.map(refund => (
              <li
                className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-3"
                key={refund.id}
              >
                <span>
                  {refundWords(refund)} <span className="text-muted text-sm">{shortDate(refund.at)}</span>
                </span>
                {refund.amount && <Price value={refund.amount} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const tones: Partial<Record<Shipment['state'], 'good' | 'warn'>> = {
  delivered: 'good',
  failed_attempt: 'warn',
  undeliverable: 'warn',
  returned_to_sender: 'warn',
}

/** Parcels, each with what is in it and the way to track it. */
export function Parcels({
  shipments,
  names,
  retailerName,
}: {
  shipments: readonly Shipment[]
  names: LineNames
  retailerName: string
}) {
  return (
    <ul aria-live="polite" className="grid max-w-3xl gap-4">
      {shipments.map(shipment => (
        <Parcel key={shipment.id} names={names} retailerName={retailerName} shipment={shipment} />
      ))}
    </ul>
  )
}

function Parcel({
  shipment: { state, at, carrier, trackingNumber, trackingUrl, parts, description },
  names,
  retailerName,
}: {
  shipment: Shipment
  names: LineNames
  retailerName: string
}) {
  return (
    <li className="grid gap-1 border border-line bg-surface p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tones[state] ?? 'plain'}>{shipmentWords(state)}</Badge>
        <span className="text-muted text-sm">{shortDate(at)}</span>
      </p>
      <p className="font-semibold">
        {carrier ?? retailerName}
        {trackingNumber && <span className="figures ml-3 select-all font-normal">{trackingNumber}</span>}
      </p>
      {description && <p>{description}</p>}
      <ul className="text-muted text-sm">
        {parts.map(({ lineId, quantity }) => (
          <li key={lineId}>
            {quantity} × {names[lineId] ?? 'article'}
          </li>
        ))}
      </ul>
      {trackingUrl && (
        <p>
          <a className="prose-link" href={trackingUrl} rel="noreferrer" target="_blank">
            Track this parcel
          </a>
        </p>
      )}
    </li>
  )
}
