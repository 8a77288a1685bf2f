import { beforeAll, expect, inject, test, vi } from 'vitest'
import { claimMail, dueOrders, finishOrder, getPayment } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Order } from '#lib/domain/order.ts'
import { sendSignInLink } from '#lib/notify/mail/sign-in.ts'
import { publishOrderEvent } from '#lib/notify/publish-order-event.ts'
import { handler } from '#lib/notify/send-mail.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { until } from '#tests/fixtures/stand-ins.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'
import { makeTable } from '#tests/fixtures/table.ts'

beforeAll(makeTable)

const later = () => new Date(Date.now() + 3_600_000).toISOString()

async function endedOrder(state: 'confirmed' | 'failed', email: string): Promise<Order> {
  const order = await submitOrder({ contact: { email } })
  const reason = state === 'failed' ? 'out_of_stock' : undefined
  await finishOrder(order.id, { state, reason, entries: [] })
  return order
}

/** A queue message as the mailer gets it, from SNS's envelope. */
function message({ id, retailerId }: Order, state: string) {
  const event = { id: 'event-1', type: `order.${state}`, orderId: id, retailerId, state }
  const body = JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) })
  return { messageId: `message-${id}`, body }
}

test('an order that ended is mailed through topic and queue, once though published twice', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await endedOrder('confirmed', email)
  expect(await dueOrders(later(), 1000)).toContain(order.id)
  expect(await getPayment(order.id)).toBeUndefined()

  const event = { orderId: order.id, retailerId: order.retailerId, state: 'confirmed' } as const
  await publishOrderEvent(event)
  await publishOrderEvent(event)
  await until(async () => (await mailTo(email)).length > 0)
  await until(async () => !(await dueOrders(later(), 1000)).includes(order.id))
  expect(await handler({ Records: [message(order, 'confirmed')] })).toEqual({ batchItemFailures: [] })

  const mails = await mailTo(email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.subject).toContain('is confirmed')
  expect(mails[0]?.headers['message-id']).toContain(`${order.id}.confirmed@`)
})

test('a message that means nothing fails alone; the rest of its batch is mailed', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await endedOrder('failed', email)
  const poison = { messageId: 'poison', body: '{"not":"an event"}' }
  const answer = await handler({ Records: [poison, message(order, 'failed')] })
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'poison' }] })
  expect((await mailTo(email)).map(mail => mail.text)).toEqual([
    expect.stringContaining('Nothing was charged'),
  ])
})

test('a mail that another delivery is sending comes back later', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await endedOrder('confirmed', email)
  await claimMail(order.id, 'confirmed')
  const answer = await handler({ Records: [message(order, 'confirmed')] })
  expect(answer.batchItemFailures).toHaveLength(1)
  expect(await mailTo(email)).toHaveLength(0)
})

test('a mail server that is down loses nothing', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await endedOrder('confirmed', email)
  vi.resetModules()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${inject('ports').smtp + 500}`)
  const broken = await import('#lib/notify/send-mail.ts')
  const answer = await broken.handler({ Records: [message(order, 'confirmed')] })
  expect(answer.batchItemFailures).toHaveLength(1)
  vi.unstubAllEnvs()
  expect(await handler({ Records: [message(order, 'confirmed')] })).toEqual({ batchItemFailures: [] })
  expect(await mailTo(email)).toHaveLength(1)
})

test('a sign-in link arrives whole', async () => {
  const email = `${newId('visitor')}@example.com`
  const url = 'http://localhost:3000/api/auth/callback/email?token=abc&email=x%40example.com'
  await sendSignInLink(email, url)
  const [mail] = await mailTo(email)
  expect(mail?.text).toContain(url)
  expect(mail?.html).toContain('token=abc&amp;email=x%40example.com')
})
