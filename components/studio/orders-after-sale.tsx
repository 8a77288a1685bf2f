import { Parcels } from '#components/order/after-sale.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Price } from '#components/ui/price.tsx'
import { adjustmentTitle } from '#lib/domain/adjustment-words.ts'
import type { Adjustment, AfterSale } from '#lib/domain/after-sale.ts'
import { shortDate, shortDateTime } from '#lib/domain/dates.ts'
import { type LineNames, lineNames } from '#lib/domain/line-names.ts'
import type { Order } from '#lib/domain/order.ts'
import { lineWords } from '#lib/domain/shipment-words.ts'
import { lineProgress, shipmentsOf } from '#lib/domain/shipments.ts'

const heading = 'mb-3 font-semibold text-heading'

/** What the order holds, how far each line is, and all that its retailer has told of it since. */
export function OrdersAfterSale({ order }: { order: Order }) {
  const { afterSale, retailerName } = order
  const shipments = afterSale ? shipmentsOf(afterSale) : []
  const names = lineNames(order)
  return (
    <>
      <section aria-labelledby="lines-heading">
        <h2 className={heading} id="lines-heading">
          What was ordered
        </h2>
        <Lines order={order} />
        {afterSale && (
          <p className="mt-2 text-muted text-note">
            As {retailerName} told it{toldAt(afterSale)}.
          </p>
        )}
      </section>
      {shipments.length > 0 && (
        <section aria-labelledby="parcels-heading">
          <h2 className={heading} id="parcels-heading">
            {shipments.length === 1 ? 'Parcel' : 'Parcels'}
          </h2>
          <Parcels names={names} retailerName={retailerName} shipments={shipments} />
        </section>
      )}
      {afterSale && afterSale.adjustments.length > 0 && (
        <section aria-labelledby="adjustments-heading">
          <h2 className={heading} id="adjustments-heading">
            Money and articles back
          </h2>
          <Adjustments adjustments={afterSale.adjustments} names={names} />
        </section>
      )}
    </>
  )
}

/** Until something has happened, a report has no time of its own. */
function toldAt({ asOf, events, adjustments }: AfterSale): string {
  return events.length + adjustments.length > 0 ? `, ${shortDateTime(asOf)}` : ''
}

function Lines({ order: { lines, afterSale } }: { order: Order }) {
  const shipments = afterSale ? shipmentsOf(afterSale) : []
  return (
    <ul className="border-line border-t text-sm">
      {lines.map(line => {
        const told = afterSale?.lines.find(each => each.sku === line.sku)
        const words = told ? lineWords(lineProgress(told, shipments)) : []
        return (
          <li
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b py-2 sm:grid-cols-[minmax(0,1fr)_14rem_6rem]"
            key={line.sku}
          >
            <span>
              <span className="font-semibold">
                {line.quantity} × {line.name}
              </span>
              , {line.variantLabel} <span className="block text-muted text-note">{line.sku}</span>
            </span>
            <span className="font-semibold text-grass max-sm:row-start-2">{words.join(', ')}</span>
            <Price className="text-right" value={line.total} />
          </li>
        )
      })}
    </ul>
  )
}

const tones = { pending: 'warn', completed: 'good', failed: 'bad' } as const

function Adjustments({ adjustments, names }: { adjustments: readonly Adjustment[]; names: LineNames }) {
  return (
    <ul className="border-line border-t text-sm">
      {adjustments.map(adjustment => {
        const { id, at, status, amount, parts, description } = adjustment
        return (
          <li
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-line border-b py-2.5"
            key={id}
          >
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={tones[status]}>{adjustmentTitle(adjustment)}</Badge>
              <time className="text-muted" dateTime={at}>
                {shortDate(at)}
              </time>
            </span>
            {amount ? <Price className="font-semibold" value={amount} /> : <span />}
            {(description || parts.length > 0) && (
              <span className="col-span-2 text-muted">
                {[
                  description,
                  ...parts.map(({ lineId, quantity }) => `${quantity} × ${names[lineId] ?? 'article'}`),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
