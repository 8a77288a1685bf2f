import { expect, test } from 'vitest'
import { mailKinds, orderMail } from '#lib/notify/mail/order-mails.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'

const retailerOrder = {
  id: 'r1',
  number: 'HM-20417',
  url: '',
  status: 'processing',
  asOf: '2026-11-22T12:00:01Z',
}

test('the confirmation holds both order numbers, lines, totals, delivery estimate and address, in both forms', () => {
  const mail = orderMail('confirmed', exampleOrder({ state: 'confirmed', retailerOrder }))
  for (const form of [mail.html, mail.text]) {
    for (const part of [
      '00AB-CDEF',
      'HM-20417',
      'Harbor Market',
      '2 × Rolled Oats, 450 g',
      '$8.98',
      '-$0.90',
    ]) {
      expect(form).toContain(part)
    }
    for (const part of [
      '$5.99',
      '$14.56',
      'Wednesday, November 25 to Friday, November 27',
      '12 Wharf Street',
    ]) {
      expect(form).toContain(part)
    }
    expect(form).toContain('Portland, ME 04101')
    expect(form).not.toContain('Fees')
  }
  expect(mail.subject).toBe('Your order 00AB-CDEF is confirmed')
})

test('the failure mail says what happened, that nothing was charged, and how to go on', () => {
  for (const reason of ['payment_declined', 'total_changed', undefined] as const) {
    const { text, html } = orderMail('failed', exampleOrder({ state: 'failed', reason }))
    expect(text.match(/Nothing was charged/g)).toHaveLength(1)
    expect(text).toContain('/orders/ord_')
    expect(html).toContain('Nothing was charged')
  }
  const declined = orderMail('failed', exampleOrder({ state: 'failed', reason: 'payment_declined' }))
  expect(declined.text).toContain('another card')
})

test('the mail of an order that needs attention claims neither success nor failure', () => {
  const { text, subject } = orderMail('needs_attention', exampleOrder({ state: 'needs_attention' }))
  expect(`${subject} ${text}`).toContain('We are checking')
  expect(text).not.toMatch(/confirmed|failed|nothing was charged/i)
})

test('what a shopper typed is escaped', () => {
  const address = {
    ...exampleOrder().address,
    firstName: '<img src=x onerror="1">',
    street: 'A & B\'s "Yard"',
  }
  for (const kind of mailKinds) {
    const { html } = orderMail(kind, exampleOrder({ address, retailerName: '<b>Shop</b>' }))
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<b>Shop')
  }
  const { html } = orderMail('confirmed', exampleOrder({ address }))
  expect(html).toContain('A &amp; B&#39;s &quot;Yard&quot;')
})

test('the mail of a part of a purchase says so, and that the rest stands', () => {
  const otherParts = [{ orderId: 'ord_other', retailerName: 'Parcel & Pantry' }]
  for (const state of mailKinds) {
    const alone = orderMail(state, exampleOrder({ state }))
    expect(alone.text).not.toContain('one of two orders')
    const part = orderMail(state, exampleOrder({ state, otherParts }))
    for (const form of [part.text, part.html.replace('&amp;', '&')]) {
      expect(form).toContain('This is one of two orders from one purchase.')
      expect(form).toMatch(
        state === 'confirmed' ? /Parcel & Pantry sends the rest/ : /from Parcel & Pantry is not affected/,
      )
    }
  }
})
