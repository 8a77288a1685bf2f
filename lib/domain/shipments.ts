import type { Adjustment, AfterSale, AfterSaleLine, ParcelEvent } from '#lib/domain/after-sale.ts'

/** A parcel and how far it is. */
export type Shipment = {
  /** The same in every report: the tracking number, or the id of the parcel's first event. */
  id: string
  state: ParcelEvent['type']
  parts: ParcelEvent['parts']
  carrier?: string
  trackingNumber?: string
  trackingUrl?: string
  /** In the retailer's words, of the last event. */
  description?: string
  /** ISO 8601: when the last event happened. */
  at: string
}

/** Ends that no later word undoes: a scan that comes late does not bring a delivered parcel back on its way. */
const final: readonly ParcelEvent['type'][] = ['delivered', 'returned_to_sender', 'canceled']
const lost: readonly ParcelEvent['type'][] = ['returned_to_sender', 'canceled', 'undeliverable']

/** The parcels of an order in the order in which they were sent: events about one parcel share its tracking number. */
export function shipmentsOf({ events }: Pick<AfterSale, 'events'>): Shipment[] {
  const parcels = new Map<string, ParcelEvent[]>()
  for (const event of events) {
    if (event.type === 'processing') continue
    const id = event.trackingNumber ?? event.id
    parcels.set(id, [...(parcels.get(id) ?? []), event])
  }
  return [...parcels].map(([id, own]) => {
    const last = own.findLast(({ type }) => final.includes(type)) ?? own.at(-1)
    const known = <Name extends 'carrier' | 'trackingNumber' | 'trackingUrl'>(name: Name) =>
      own.findLast(event => event[name])?.[name]
    return {
      id,
      state: last?.type ?? 'shipped',
      parts: own.find(({ parts }) => parts.length > 0)?.parts ?? [],
      carrier: known('carrier'),
      trackingNumber: known('trackingNumber'),
      trackingUrl: known('trackingUrl'),
      description: last?.description,
      at: last?.at ?? '',
    }
  })
}

export type LineProgress = {
  ordered: number
  /** Still to be had: ordered less what was cancelled or returned. */
  current: number
  /** Sent, delivered parcels among them. */
  shipped: number
  delivered: number
}

/** How much of a line has gone out and has arrived. */
export function lineProgress(line: AfterSaleLine, shipments: readonly Shipment[]): LineProgress {
  const inParcels = (wanted: (shipment: Shipment) => boolean) =>
    shipments
      .filter(wanted)
      .flatMap(({ parts }) => parts)
      .filter(({ lineId }) => lineId === line.id)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  const most = (quantity: number) => Math.min(line.ordered, quantity)
  const { ordered, current, fulfilled } = line
  const delivered = most(inParcels(({ state }) => state === 'delivered'))
  // Some retailers count without saying what they sent.
  const shipped = most(
    Math.max(
      inParcels(({ state }) => !lost.includes(state)),
      fulfilled,
    ),
  )
  return { ordered, current, shipped, delivered }
}

export type Delivery = 'none' | 'part_shipped' | 'shipped' | 'part_delivered' | 'delivered'

/** How far an order is on the whole. */
export function deliveryOf(afterSale: Pick<AfterSale, 'lines' | 'events'> | undefined): Delivery {
  if (!afterSale) return 'none'
  const shipments = shipmentsOf(afterSale)
  const lines = afterSale.lines
    .map(line => lineProgress(line, shipments))
    .filter(({ current }) => current > 0)
  if (lines.length === 0) return shipments.some(({ state }) => state === 'delivered') ? 'delivered' : 'none'
  if (lines.every(({ current, delivered }) => delivered >= current)) return 'delivered'
  if (lines.some(({ delivered }) => delivered > 0)) return 'part_delivered'
  if (lines.every(({ current, shipped }) => shipped >= current)) return 'shipped'
  return lines.some(({ shipped }) => shipped > 0) ? 'part_shipped' : 'none'
}

/** True once the retailer has taken every line out of an order of which nothing was sent. */
export function isCalledOff({ lines, events }: Pick<AfterSale, 'lines' | 'events'>): boolean {
  const sent = shipmentsOf({ events }).some(({ state }) => state !== 'canceled')
  return !sent && lines.length > 0 && lines.every(({ current }) => current === 0)
}

const refunds = ['refund', 'return', 'credit', 'price_adjustment', 'cancellation']

/** Changes that give the shopper money back, or are going to. */
export function refundsOf({ adjustments }: Pick<AfterSale, 'adjustments'>): Adjustment[] {
  return adjustments.filter(
    ({ type, amount, status }) =>
      amount !== undefined && amount.amount > 0 && status !== 'failed' && refunds.includes(type),
  )
}

export type Announcement = { what: 'shipped' | 'delivered' | 'refunded'; about: string }

/** What of an order a shopper is told by mail, each once: `key` is how it is kept that it was told. */
export function announcements(afterSale: AfterSale): (Announcement & { key: string })[] {
  const all: Announcement[] = [
    ...shipmentsOf(afterSale).flatMap(({ id, state }): Announcement[] => {
      if (state === 'delivered') return [{ what: 'delivered', about: id }]
      return state === 'shipped' || state === 'in_transit' ? [{ what: 'shipped', about: id }] : []
    }),
    ...refundsOf(afterSale)
      .filter(({ status }) => status === 'completed')
      .map(({ id }): Announcement => ({ what: 'refunded', about: id })),
  ]
  return all
    .map(each => ({ ...each, key: `${each.what}/${each.about}` }))
    .filter(({ key }) => !afterSale.told.includes(key))
}
