import { config } from '#lib/config.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import { type Order, orderNumber } from '#lib/domain/order.ts'
import { html } from '#lib/notify/mail/html.ts'
import { button, layout, type Mail, paragraph } from '#lib/notify/mail/layout.ts'
import { summaryHtml, summaryText } from '#lib/notify/mail/order-summary.ts'
import { partOfPurchase } from '#lib/notify/mail/part-of-purchase.ts'

/** The kinds of order mail: one for each end that a shopper is told of, and one where the retailer waits for them. */
export const mailKinds = ['confirmed', 'failed', 'cancelled', 'needs_attention', 'awaiting_shopper'] as const
export type MailKind = (typeof mailKinds)[number]

function orderUrl(order: Order): string {
  return `${config.SITE_URL}/orders/${order.id}`
}

function spaced(order: Order): string[] {
  return partOfPurchase(order).flatMap(words => ['', words])
}

function confirmed(order: Order): Mail {
  const number = orderNumber(order.id)
  const total = formatMoney(order.totals.total)
  const hello = `Thank you, ${order.address.firstName}. ${order.retailerName} has your order and will ship it to you. You paid ${total}.`
  return {
    subject: `Your order ${number} is confirmed`,
    html: layout({
      title: 'Your order is confirmed',
      preview: `${order.retailerName} has order ${number}. Total ${total}.`,
      body: html`${paragraph(hello)}${partOfPurchase(order).map(words => paragraph(words))}${button('See your order', orderUrl(order))}${summaryHtml(order)}`,
    }),
    text: [hello, ...spaced(order), '', `See your order: ${orderUrl(order)}`, '', summaryText(order)].join(
      '\n',
    ),
  }
}

/** How to go on after each way of failing; the rest are told to try again. */
const nextSteps: Partial<Record<ErrorCode, string>> = {
  payment_declined: 'Try again with another card, or ask your bank why it said no.',
  payment_in_review: 'Your bank did not finish its check in time. Try again later, or with another card.',
  payment_missing: 'Your card details are kept for a short time only. Please enter them again.',
  out_of_stock: 'Another shop may still have it: compare prices again and pick one that has everything.',
  total_changed: 'Compare prices again to see the new total before you decide.',
  quote_expired: 'Compare prices again to see today’s total before you decide.',
}

function failed(order: Order): Mail {
  const number = orderNumber(order.id)
  const reason = order.reason ?? 'internal_error'
  const because = messageFor(reason)
  const charged = because.includes('Nothing was charged') ? '' : ' Nothing was charged.'
  const what = `We could not place your order with ${order.retailerName}. ${because}${charged}`
  const how = nextSteps[reason] ?? 'Please try again, or choose another shop.'
  const back = 'Your order page can put everything back in your cart.'
  const hold = 'If your bank shows a pending amount for it, it will drop off by itself.'
  return {
    subject: `Your order ${number} was not placed`,
    html: layout({
      title: 'Your order was not placed',
      preview: `${because}${charged}`,
      body: html`${paragraph(what)}${paragraph(`${how} ${back}`)}${partOfPurchase(order).map(words => paragraph(words))}${button('See your order', orderUrl(order))}${paragraph(hold)}`,
    }),
    text: [
      what,
      '',
      `${how} ${back}`,
      ...spaced(order),
      '',
      `Order ${number}: ${orderUrl(order)}`,
      '',
      hold,
    ].join('\n'),
  }
}

function cancelled(order: Order): Mail {
  const number = orderNumber(order.id)
  const total = formatMoney(order.totals.total)
  const what = `${order.retailerName} cancelled your order ${number} and will not send it.`
  const how = `It gives ${total} back to the card you paid with. Banks take a few days to show that.`
  return {
    subject: `Your order ${number} is cancelled`,
    html: layout({
      title: 'Your order is cancelled',
      preview: `${order.retailerName} gives ${total} back.`,
      body: html`${paragraph(what)}${paragraph(how)}${partOfPurchase(order).map(words => paragraph(words))}${button('See your order', orderUrl(order))}`,
    }),
    text: [what, '', how, ...spaced(order), '', `See your order: ${orderUrl(order)}`].join('\n'),
  }
}

function needsAttention(order: Order): Mail {
  const number = orderNumber(order.id)
  const what = `We are checking your order ${number} with ${order.retailerName}. It has taken longer than it should, so a person is looking at it now.`
  const how = 'Please do not order again until you hear from us: the shop may already have this order.'
  return {
    subject: `We are checking your order ${number}`,
    html: layout({
      title: 'We are checking your order',
      preview: `A person is asking ${order.retailerName} about order ${number}.`,
      body: html`${paragraph(what)}${paragraph(how)}${partOfPurchase(order).map(words => paragraph(words))}${button('See your order', orderUrl(order))}`,
    }),
    text: [what, '', how, ...spaced(order), '', `See your order: ${orderUrl(order)}`].join('\n'),
  }
}

function awaitingShopper(order: Order): Mail {
  const url = order.escalation?.url ?? orderUrl(order)
  const number = orderNumber(order.id)
  const what = `${order.retailerName} wants you to confirm order ${number} on its own page before it sells.`
  const how = 'If you do nothing, the order is not placed. Nothing has been charged.'
  const label = `Continue at ${order.retailerName}`
  return {
    subject: `Your order ${number} needs one more step`,
    html: layout({
      title: 'One more step',
      preview: what,
      body: html`${paragraph(what)}${button(label, url)}${paragraph(how)}${partOfPurchase(order).map(words => paragraph(words))}`,
    }),
    text: [
      what,
      '',
      `${label}: ${url}`,
      '',
      how,
      ...spaced(order),
      '',
      `Your order: ${orderUrl(order)}`,
    ].join('\n'),
  }
}

const writers = {
  confirmed,
  failed,
  cancelled,
  needs_attention: needsAttention,
  awaiting_shopper: awaitingShopper,
} satisfies Record<MailKind, (order: Order) => Mail>

/** The mail that tells a shopper of their order. */
export function orderMail(kind: MailKind, order: Order): Mail {
  return writers[kind](order)
}
