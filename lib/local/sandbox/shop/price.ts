import type { Session } from './session.ts'
import type { Delivery, Shop } from './shops.ts'
import { taxOn } from './tax.ts'

export type Total = { type: string; amount: number; display_text: string }

/** The day `days` working days after `from`, at 20:00 UTC. */
function workingDay(from: Date, days: number): string {
  const day = new Date(from)
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (day.getUTCDay() % 6 !== 0) left--
  }
  return `${day.toISOString().slice(0, 10)}T20:00:00.000Z`
}

export type PricedDelivery = Delivery & { earliest: string; latest: string }
export type Priced = {
  totals: Total[]
  total: number
  savings: { loyalty: number; code: number }
  deliveries: PricedDelivery[]
  selected?: PricedDelivery
}

/** Whether a code is this shop's; letters count as one another, large or small. */
export const takesCode = (shop: Shop, code: string) => code.toUpperCase() === shop.discount.code

/** What a session costs, from what is in it. Cents; savings are positive here and negative in the totals. */
export function priced(shop: Shop, session: Session): Priced {
  const goods = session.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const isMember =
    session.eligibility.includes(shop.loyalty.claim) && shop.loyalty.member.test(session.memberId ?? '')
  const byLoyalty = isMember ? Math.min(goods, shop.loyalty.saving(goods)) : 0
  const hasCode = (session.codes ?? []).some(code => takesCode(shop, code))
  const byCode = hasCode ? Math.min(goods - byLoyalty, shop.discount.saving(goods)) : 0
  const saving = byLoyalty + byCode
  const region = session.destination?.address_region
  const from = new Date(session.createdAt)
  const deliveries = shop.deliveries.map((delivery, index) => ({
    ...delivery,
    price: index === 0 && goods - saving >= shop.freeFrom ? 0 : delivery.price,
    earliest: workingDay(from, delivery.days[0]),
    latest: workingDay(from, delivery.days[1]),
  }))
  const offered = region && session.lines.length > 0 ? deliveries : []
  const selected = offered.find(delivery => delivery.id === session.optionId) ?? offered[0]
  const tax = region
    ? taxOn(goods - saving + (shop.taxesDelivery ? (selected?.price ?? 0) : 0), region)
    : undefined
  const total = goods - saving + (selected?.price ?? 0) + (tax ?? 0) + session.surcharge
  const totals: (Total | undefined)[] = [
    { type: 'subtotal', amount: goods, display_text: 'Goods' },
    saving > 0 ? { type: 'discount', amount: -saving, display_text: 'Savings' } : undefined,
    selected && { type: 'fulfillment', amount: selected.price, display_text: selected.title },
    tax === undefined ? undefined : { type: 'tax', amount: tax, display_text: 'Sales tax' },
    session.surcharge > 0 ? { type: 'fee', amount: session.surcharge, display_text: 'Surcharge' } : undefined,
    { type: 'total', amount: total, display_text: 'Total' },
  ]
  return {
    totals: totals.filter(entry => entry !== undefined),
    total,
    savings: { loyalty: byLoyalty, code: byCode },
    deliveries: offered,
    selected,
  }
}
