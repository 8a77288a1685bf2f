import type { Adjustment, AfterSaleReport } from '#lib/domain/after-sale.ts'
import { parcelEvents } from '#lib/domain/after-sale.ts'
import { money } from '#lib/domain/money.ts'
import { webAddress } from '#lib/domain/retailer-page.ts'
import type { WireOrder } from './shapes.ts'

/** ISO 8601 in UTC, so that times compare as text; undefined for what is no time. */
function time(text: string | undefined): string | undefined {
  const parsed = Date.parse(text ?? '')
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString()
}

const partsOf = (lines: { id: string; quantity: number }[]) =>
  lines.map(({ id, quantity }) => ({ lineId: id, quantity: Math.abs(quantity) }))

function eventsOf({ fulfillment }: WireOrder): AfterSaleReport['events'] {
  return (fulfillment?.events ?? []).flatMap((event, index) => {
    const spelled = event.type === 'cancelled' ? 'canceled' : event.type
    const type = parcelEvents.find(known => known === spelled)
    const at = time(event.occurred_at)
    if (!type || !at) return []
    return [
      {
        id: event.id ?? `${type}-${index}`,
        at,
        type,
        parts: partsOf(event.line_items),
        carrier: event.carrier,
        trackingNumber: event.tracking_number,
        trackingUrl: webAddress(event.tracking_url),
        description: event.description,
      },
    ]
  })
}

function adjustmentsOf({ adjustments, currency }: WireOrder): Adjustment[] {
  return adjustments.flatMap(({ id, type, occurred_at, status, totals, line_items, description }) => {
    const at = time(occurred_at)
    const total = totals.find(entry => entry.type === 'total') ?? totals[0]
    if (!at) return []
    // In the protocol, money that goes back is negative (adjustment.json).
    const amount = total && money(0 - total.amount, currency.toUpperCase())
    return [{ id, at, type, status, amount, parts: partsOf(line_items), description }]
  })
}

/** What the retailer's order says of parcels, changes and what is to be expected (order.json, version 2026-04-08). */
export function readAfterSale(order: WireOrder): AfterSaleReport {
  return {
    lines: order.line_items.flatMap(({ id, item, quantity }) => {
      if (!id || !item || !quantity) return []
      const { total, original = total, fulfilled } = quantity
      return [
        {
          ...{ id, retailerSku: item.id, title: item.title },
          ordered: Math.max(original, total),
          current: total,
          fulfilled,
        },
      ]
    }),
    events: eventsOf(order),
    adjustments: adjustmentsOf(order),
    expectations: (order.fulfillment?.expectations ?? []).map(expectation => ({
      id: expectation.id,
      parts: partsOf(expectation.line_items),
      description: expectation.description,
      from: time(expectation.fulfillable_on),
    })),
  }
}
