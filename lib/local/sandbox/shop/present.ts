import { type Priced, priced, takesCode } from './price.ts'
import { envelope, type Message } from './protocol.ts'
import type { Session } from './session.ts'
import type { Shop } from './shops.ts'

/** What a session still lacks before it can be completed. */
function lacking(shop: Shop, session: Session): Message[] {
  const messages: Message[] = []
  const need = (has: unknown, code: string, content: string, path: string) => {
    if (!has) messages.push({ type: 'error', code, content, path, severity: 'recoverable' })
  }
  const { destination, buyer } = session
  need(buyer?.email, 'missing', 'An e-mail address is needed.', '$.buyer.email')
  need(
    destination?.street_address && destination.address_locality && destination.last_name,
    'missing',
    'A full delivery address is needed.',
    '$.fulfillment.methods[0].destinations[0]',
  )
  if (session.problem === 'payment_failed') {
    const content = 'The card was declined.'
    messages.push({ type: 'error', code: 'payment_failed', content, severity: 'recoverable' })
  }
  if (session.problem === 'escalation') {
    const content = `${shop.name} asks you to confirm this order on its own page.`
    messages.push({ type: 'error', code: 'confirmation_needed', content, severity: 'requires_buyer_review' })
  }
  return messages
}

function remarks(shop: Shop, session: Session, { savings }: Priced): Message[] {
  const short = session.lines.flatMap((line, index): Message[] => {
    if (line.quantity >= line.requested) return []
    const content = `Only ${line.quantity} of ${line.title} left.`
    return [{ type: 'warning', code: 'quantity_adjusted', content, path: `$.line_items[${index}]` }]
  })
  const missing = session.missing.map(
    (name): Message => ({ type: 'warning', code: 'item_unavailable', content: `We do not have ${name}.` }),
  )
  const claimed = session.eligibility.includes(shop.loyalty.claim)
  const refused: Message[] =
    claimed && !shop.loyalty.member.test(session.memberId ?? '')
      ? [
          {
            type: 'warning',
            code: 'eligibility_invalid',
            content: `This is not a ${shop.loyalty.name} number.`,
            path: '$.context.eligibility[0]',
          },
        ]
      : []
  const codes = (session.codes ?? []).flatMap((code, index): Message[] => {
    if (takesCode(shop, code) && savings.code > 0) return []
    const content = `We cannot take the code ${code} for this basket.`
    return [{ type: 'warning', code: 'discount_code_invalid', content, path: `$.discounts.codes[${index}]` }]
  })
  return [...short, ...missing, ...refused, ...codes]
}

/** True when nothing is lacking. */
export function isCompletable(shop: Shop, session: Session): boolean {
  return (
    session.status === 'open' && lacking(shop, session).every(message => message.code === 'payment_failed')
  )
}

function statusOf(shop: Shop, session: Session, messages: Message[]): string {
  if (session.status === 'completed' || session.status === 'canceled') return session.status
  if (session.status === 'in_progress') return 'complete_in_progress'
  if (session.problem === 'escalation') return 'requires_escalation'
  const blocks = messages.some(message => message.type === 'error' && message.code !== 'payment_failed')
  return blocks || !shop.saysReady ? 'incomplete' : 'ready_for_complete'
}

function fulfilment(session: Session, { deliveries, selected }: Priced) {
  const { destination } = session
  if (!destination) return undefined
  const ids = session.lines.map(line => line.id)
  const options = deliveries.map(delivery => ({
    id: delivery.id,
    title: delivery.title,
    description: `${delivery.title} with ${delivery.carrier}`,
    carrier: delivery.carrier,
    earliest_fulfillment_time: delivery.earliest,
    latest_fulfillment_time: delivery.latest,
    totals: [{ type: 'total', amount: delivery.price }],
  }))
  const group = { id: 'parcel', line_item_ids: ids, options, selected_option_id: selected?.id ?? null }
  const method = {
    id: 'shipping',
    type: 'shipping',
    line_item_ids: ids,
    destinations: [destination],
    selected_destination_id: destination.id,
    groups: [group],
  }
  return { methods: [method] }
}

/** What was taken off and why (schemas/shopping/discount.json). */
function discounts(shop: Shop, session: Session, { savings }: Priced) {
  const { claim: eligibility, name } = shop.loyalty
  const { code, title } = shop.discount
  return {
    ...(session.codes && { codes: session.codes }),
    applied: [
      ...(savings.loyalty > 0
        ? [{ title: name, amount: savings.loyalty, automatic: true, eligibility }]
        : []),
      ...(savings.code > 0 ? [{ code, title, amount: savings.code }] : []),
    ],
  }
}

/** A session as the protocol shows it (schemas/shopping/checkout.json with its extensions). */
export function present(shop: Shop, base: string, session: Session) {
  const price = priced(shop, session)
  const { order } = session
  const isEnded = session.status === 'completed' || session.status === 'canceled'
  const messages = isEnded ? [] : [...lacking(shop, session), ...remarks(shop, session, price)]
  return {
    ucp: envelope,
    id: session.id,
    status: statusOf(shop, session, messages),
    currency: 'USD',
    line_items: session.lines.map(line => ({
      id: line.id,
      item: { id: line.sku, title: line.title, price: line.price },
      quantity: line.quantity,
      totals: [
        { type: 'subtotal', amount: line.price * line.quantity },
        { type: 'total', amount: line.price * line.quantity },
      ],
    })),
    ...(session.buyer && { buyer: session.buyer }),
    ...(session.attribution && { attribution: session.attribution }),
    totals: price.totals,
    fulfillment: fulfilment(session, price),
    discounts: discounts(shop, session, price),
    messages,
    links: [
      { type: 'terms_of_service', url: `${base}/terms`, title: 'Terms' },
      { type: 'privacy_policy', url: `${base}/privacy`, title: 'Privacy' },
    ],
    expires_at: session.expiresAt,
    continue_url: `${base}/checkout/${session.id}`,
    ...(order && {
      order: { id: order.id, label: order.label, permalink_url: `${base}/orders/${order.id}` },
    }),
  }
}
