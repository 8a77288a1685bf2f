import { market } from '#lib/domain/address.ts'
import type { Money } from '#lib/domain/money.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import { type Order, orderNumber } from '#lib/domain/order.ts'
import { type Html, html } from '#lib/notify/mail/html.ts'

const cell = 'padding:8px 0;border-bottom:1px solid #cdcfc0;vertical-align:top;'

function row(label: string, value: string, strong = false): Html {
  const weight = strong ? 'font-weight:700;' : ''
  return html`<tr><td class="line" style="${cell}${weight}">${label}</td><td class="line" align="right" style="${cell}${weight}white-space:nowrap;">${value}</td></tr>`
}

function table(rows: Html[]): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;font-size:15px;">${rows}</table>`
}

function heading(text: string): Html {
  return html`<h2 style="margin:22px 0 6px;font:700 17px/1.3 Rockwell,Georgia,serif;">${text}</h2>`
}

/** Label and amount of each part of the total; parts that are zero, but for delivery, are left out. */
function totalRows({ totals }: Order): [string, Money][] {
  const optional: [string, Money][] = [
    ['Saving', totals.discount],
    ['Fees', totals.fees],
    ['Tax', totals.tax],
  ]
  return [
    ['Items', totals.items],
    ['Delivery', totals.fulfilment],
    ...optional.filter(([, value]) => value.amount !== 0),
    ['Total', totals.total],
  ]
}

const days = new Intl.DateTimeFormat(market.locale, {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})
const day = (iso: string): string => days.format(new Date(iso))

/** The delivery estimate in words; undefined where the retailer gave none. */
export function estimate({ fulfilment: { earliest, latest } }: Order): string | undefined {
  if (earliest && latest && day(earliest) !== day(latest)) return `${day(earliest)} to ${day(latest)}`
  const only = latest ?? earliest
  return only && day(only)
}

function addressLines({ address }: Order): string[] {
  const { firstName, lastName, street, extra, city, region, postalCode } = address
  return [`${firstName} ${lastName}`, street, ...(extra ? [extra] : []), `${city}, ${region} ${postalCode}`]
}

function lineRows(order: Order): [string, string][] {
  return order.lines.map(({ quantity, name, variantLabel, total }) => [
    `${quantity} × ${name}, ${variantLabel}`,
    formatMoney(total),
  ])
}

function numberRows(order: Order): [string, string][] {
  const { retailerOrder, retailerName } = order
  return [
    ['Order', orderNumber(order.id)],
    ['Sold and shipped by', retailerName],
    ...(retailerOrder ? [[`${retailerName}’s order number`, retailerOrder.number] as [string, string]] : []),
  ]
}

/** Numbers, lines, totals, delivery and address, as HTML. */
export function summaryHtml(order: Order): Html {
  const arrives = estimate(order)
  const totals = totalRows(order)
  return html`${table(numberRows(order).map(([label, value]) => row(label, value)))}
${heading('What you bought')}
${table([
  ...lineRows(order).map(([label, value]) => row(label, value)),
  ...totals.map(([label, value], index) => row(label, formatMoney(value), index === totals.length - 1)),
])}
${heading('Delivery')}
<p style="margin:0 0 14px;">${order.fulfilment.title}${arrives ? html`<br>Expected ${arrives}` : undefined}</p>
<p style="margin:0 0 14px;">${addressLines(order).map((line, index) => html`${index > 0 ? html`<br>` : undefined}${line}`)}</p>`
}

/** The same as plain text. */
export function summaryText(order: Order): string {
  const arrives = estimate(order)
  return [
    ...numberRows(order).map(([label, value]) => `${label}: ${value}`),
    '',
    'What you bought',
    ...lineRows(order).map(([label, value]) => `  ${label}  ${value}`),
    ...totalRows(order).map(([label, value]) => `  ${label}: ${formatMoney(value)}`),
    '',
    `Delivery: ${order.fulfilment.title}${arrives ? `, expected ${arrives}` : ''}`,
    ...addressLines(order).map(line => `  ${line}`),
  ].join('\n')
}
