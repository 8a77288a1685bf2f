import type { HttpAnswer } from '#lib/local/sandbox/http.ts'
import type { presentOrder } from '#lib/local/sandbox/shop/orders.ts'
import type { present } from '#lib/local/sandbox/shop/present.ts'
import { restShop } from './shop.ts'

type Session = ReturnType<typeof present>
type Order = ReturnType<typeof presentOrder>

/** This retailer writes money as `"12.95"`. */
const dollars = (cents: number) => (cents / 100).toFixed(2)

const states: Record<string, string> = {
  completed: 'sold',
  complete_in_progress: 'selling',
  canceled: 'dropped',
  requires_escalation: 'ask_customer',
}

/** What was taken off for one reason, below zero. */
function saving(
  { discounts }: Session,
  isIt: (discount: { eligibility?: string; code?: string }) => boolean,
) {
  const found: { amount: number } | undefined = discounts.applied.find(isIt)
  return found ? { taken: true, saved: dollars(-found.amount) } : { taken: false, saved: dollars(0) }
}

function cost(totals: readonly { type: string; amount: number }[]) {
  const of = (type: string) => dollars(totals.find(entry => entry.type === type)?.amount ?? 0)
  return {
    goods: of('subtotal'),
    saving: of('discount'),
    delivery: of('fulfillment'),
    tax: of('tax'),
    fee: of('fee'),
    total: of('total'),
  }
}

/** A session of the books as this API shows it. */
export function basket(session: Session) {
  const group = session.fulfillment?.methods[0]?.groups[0]
  const codes = session.messages.map(message => message.code)
  return {
    basket: session.id,
    state: states[session.status] ?? 'open',
    declined: codes.includes('payment_failed'),
    currency: 'USD',
    lines: session.line_items.map(line => ({
      article: line.item.id,
      count: line.quantity,
      each: dollars(line.item.price),
    })),
    deliveries: (group?.options ?? []).map(option => ({
      code: option.id,
      name: option.title,
      carrier: option.carrier,
      from: option.earliest_fulfillment_time,
      to: option.latest_fulfillment_time,
      cost: dollars(option.totals[0]?.amount ?? 0),
    })),
    delivery: group?.selected_option_id ?? null,
    club: saving(session, ({ eligibility }) => eligibility === restShop.loyalty.claim),
    code: saving(session, ({ code }) => code !== undefined),
    cost: cost(session.totals),
    valid_until: session.expires_at,
    page: session.continue_url,
    order: session.order
      ? { number: session.order.label, id: session.order.id, page: session.order.permalink_url }
      : null,
  }
}

/** An order of the books as this API shows it. */
export function order(found: Order) {
  const isCancelled = found.line_items.every(line => line.status === 'removed')
  return {
    id: found.id,
    number: found.label,
    page: found.permalink_url,
    status: isCancelled ? 'cancelled' : (found.fulfillment.events.at(-1)?.type ?? 'processing'),
    currency: 'USD',
    cost: cost(found.totals),
  }
}

/** An answer of the books in this API's shape: what it shows by `show`, a refusal as a single word. */
export function translated<T>(answer: HttpAnswer, show: (body: T) => object): HttpAnswer {
  const { status, body } = answer
  if (status < 300) return { status, body: show(body as T) }
  const { messages = [] } = body as { messages?: { code: string }[] }
  return { status, body: { error: messages[0]?.code ?? 'refused' } }
}
