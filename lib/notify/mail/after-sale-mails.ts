import { config } from '#lib/config.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import { type Order, orderNumber } from '#lib/domain/order.ts'
import { refundsOf, type Shipment, shipmentsOf } from '#lib/domain/shipments.ts'
import { html } from '#lib/notify/mail/html.ts'
import { button, layout, type Mail, paragraph } from '#lib/notify/mail/layout.ts'

/** The kinds of mail about what happens to an order once it is sold. */
export const afterSaleKinds = ['shipped', 'delivered', 'refunded'] as const
export type AfterSaleKind = (typeof afterSaleKinds)[number]

const orderUrl = (order: Order) => `${config.SITE_URL}/orders/${order.id}`

/** What is in a parcel, in our own words where it was bought here. */
function contents(order: Order, { parts }: Shipment): string[] {
  return parts.flatMap(({ lineId, quantity }) => {
    const line = order.afterSale?.lines.find(({ id }) => id === lineId)
    const own = order.lines.find(({ sku }) => sku === line?.sku)
    const name = own ? `${own.name}, ${own.variantLabel}` : line?.title
    return name ? [`${quantity} × ${name}`] : []
  })
}

function parcelMail(order: Order, shipment: Shipment, kind: 'shipped' | 'delivered'): Mail {
  const number = orderNumber(order.id)
  const { retailerName } = order
  const isSent = kind === 'shipped'
  const by = shipment.carrier && shipment.carrier !== retailerName ? ` with ${shipment.carrier}` : ''
  const what = isSent
    ? `${retailerName} has sent this parcel${by}. It belongs to your order ${number}.`
    : `${retailerName} says that this parcel has been delivered. It belongs to your order ${number}.`
  const tracking = shipment.trackingNumber && `Tracking number: ${shipment.trackingNumber}`
  const missing = `Not there? Look at your order page, or ask ${retailerName}.`
  const items = contents(order, shipment)
  const [label, url] =
    isSent && shipment.trackingUrl
      ? ['Track your parcel', shipment.trackingUrl]
      : ['See your order', orderUrl(order)]
  const title = isSent ? 'Your parcel is on its way' : 'Your parcel has arrived'
  const notes = [...(tracking ? [tracking] : []), ...(isSent ? [] : [missing])]
  return {
    subject: `${title}: order ${number}`,
    html: layout({
      title,
      preview: what,
      body: html`${paragraph(what)}${items.map(item => paragraph(item))}${button(label, url)}${notes.map(note => paragraph(note))}`,
    }),
    text: [
      what,
      '',
      ...items,
      '',
      `${label}: ${url}`,
      '',
      ...notes,
      '',
      `Your order: ${orderUrl(order)}`,
    ].join('\n'),
  }
}

function refunded(order: Order, about: string): Mail | undefined {
  const refund = refundsOf(order.afterSale ?? { adjustments: [] }).find(({ id }) => id === about)
  if (!refund?.amount) return undefined
  const number = orderNumber(order.id)
  const amount = formatMoney(refund.amount)
  const what = `${order.retailerName} gives you ${amount} back for your order ${number}.`
  const why = refund.description ? [`Its reason: ${refund.description}.`] : []
  const how = 'It goes to the card you paid with. Banks take a few days to show that.'
  return {
    subject: `${amount} back for order ${number}`,
    html: layout({
      title: `You get ${amount} back`,
      preview: what,
      body: html`${paragraph(what)}${why.map(words => paragraph(words))}${paragraph(how)}${button('See your order', orderUrl(order))}`,
    }),
    text: [what, ...why, '', how, '', `See your order: ${orderUrl(order)}`].join('\n'),
  }
}

/** The mail about a parcel or a refund, by its id; undefined where the order knows of none. */
export function afterSaleMail(kind: AfterSaleKind, order: Order, about: string): Mail | undefined {
  if (kind === 'refunded') return refunded(order, about)
  const shipment = shipmentsOf(order.afterSale ?? { events: [] }).find(({ id }) => id === about)
  // One that has arrived by now is told of as such.
  if (!shipment || (kind === 'shipped' && shipment.state === 'delivered')) return undefined
  return parcelMail(order, shipment, kind)
}
