import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { dueOrders, getOrder, getPayment, markAwaiting } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Order } from '#lib/domain/order.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { handler as sendMail } from '#lib/notify/send-mail.ts'
import { handler as add } from '#lib/workflow/tasks/add-customer.ts'
import { handler as awaitShopper } from '#lib/workflow/tasks/await-shopper.ts'
import { handler as initialize } from '#lib/workflow/tasks/initialize-order.ts'
import { handler as place } from '#lib/workflow/tasks/place-order.ts'
import { handler as verify } from '#lib/workflow/tasks/verify-payment.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import { charges, clearFaults, holds, retailerOrders, setFaults } from '#tests/fixtures/sandbox-books.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-escalation-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => makeStateMachine(machine))
afterEach(async () => {
  for (const business of retailerIds) await clearFaults(business)
})

async function stored({ id }: Pick<Order, 'id'>): Promise<Order> {
  const order = await getOrder(id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}

/** The order once the shopper is awaited. */
const awaited = (order: Order) =>
  until(async () => {
    const now = await stored(order)
    return now.state === 'awaiting_shopper' && now
  })

/** What the shopper does on the retailer's page. */
const press = (url: string, button: 'confirm' | 'cancel') =>
  fetch(`${url}/${button}`, { method: 'POST', redirect: 'manual' })

/** Brings an order to the point where the shopper is awaited, without a workflow. */
async function waitingOrder(wish: Parameters<typeof checkOut>[0] = {}): Promise<Order> {
  const { order } = await checkOut({ card: 'asksShopper', ...wish })
  const input = { orderId: order.id }
  await initialize(input)
  await verify(input)
  await add(input)
  await expect(place(input)).rejects.toThrow('shopper_needed')
  return stored(order)
}

test.each(retailerIds)(
  'a purchase waits for the shopper at %s, and is sold once after the visit',
  async id => {
    const { order } = await checkOut({ retailerId: id, card: 'asksShopper' })
    const ended = purchase(order.id)
    const { escalation } = await awaited(order)
    const answer = await press(escalation?.url ?? '', 'confirm')
    expect(answer.headers.get('location')).toBe(`${process.env.SITE_URL}/orders/${order.id}`)
    const { states } = await ended
    expect(states).toContain('WaitForShopper')
    expect(await stored(order)).toMatchObject({ state: 'confirmed' })
    expect(await retailerOrders(order)).toHaveLength(1)
    expect(await charges(order)).toMatchObject([{ amount: order.totals.total.amount, status: 'captured' }])
    expect(await getPayment(order.id)).toBeUndefined()
  },
)

test('a shopper who never comes has nothing bought and nothing charged', async () => {
  const { order } = await checkOut({ card: 'asksShopper' })
  const ended = purchase(order.id)
  const { escalation } = await awaited(order)
  if (!escalation) throw new Error('nobody is awaited')
  await markAwaiting(order.id, { ...escalation, until: new Date().toISOString() })
  const { states } = await ended
  expect(states).toEqual(
    expect.arrayContaining(['UndoAddCustomer', 'UndoVerifyPayment', 'UndoInitializeOrder']),
  )
  const ours = await stored(order)
  expect(ours).toMatchObject({ state: 'failed', reason: 'shopper_absent' })
  expect(ours.timeline).toContainEqual(
    expect.objectContaining({ step: 'place-order', status: 'failed', reason: 'shopper_absent' }),
  )
  expect(await retailerOrders(order)).toEqual([])
  expect(await holds(order)).toEqual([])
  expect(await charges(order)).toEqual([])
  const late = await press(escalation.url, 'confirm')
  expect(late.status).toBe(303)
  expect(await retailerOrders(order)).toEqual([])
})

test('a shopper who says no on the retailer’s page ends the purchase', async () => {
  const { order } = await checkOut({ card: 'asksShopper' })
  const ended = purchase(order.id)
  await press((await awaited(order)).escalation?.url ?? '', 'cancel')
  await ended
  expect(await stored(order)).toMatchObject({ state: 'failed', reason: 'order_declined' })
  expect(await charges(order)).toEqual([])
})

test('a purchase that died while it waited goes on waiting, no longer than before', async () => {
  const order = await waitingOrder()
  const ended = purchase(order.id, `${order.id}-2`)
  await until(async () => (await stored(order)).updatedAt > order.updatedAt)
  const again = await awaited(order)
  expect(again.escalation?.until).toBe(order.escalation?.until)
  await press(order.escalation?.url ?? '', 'confirm')
  await ended
  expect(await stored(order)).toMatchObject({ state: 'confirmed' })
  expect(await charges(order)).toHaveLength(1)
})

test('a retailer that does not answer meanwhile is asked again', async () => {
  const order = await waitingOrder()
  await setFaults(order.retailerId, { failNext: 1, operations: ['get'] })
  await expect(awaitShopper({ orderId: order.id })).rejects.toThrow('retailer_unreachable')
  expect(await awaitShopper({ orderId: order.id })).toEqual({ status: 'waiting' })
  expect(await stored(order)).toMatchObject({ state: 'awaiting_shopper' })
})

test('a shopper who stays away is mailed the way to the page, once, and still looked after', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await waitingOrder({ email })
  if (!order.escalation) throw new Error('nobody is awaited')
  const since = new Date(Date.now() - 60_000).toISOString()
  await markAwaiting(order.id, { ...order.escalation, since })
  await awaitShopper({ orderId: order.id })
  await awaitShopper({ orderId: order.id })
  const [mail, ...more] = await until(async () => {
    const mails = await mailTo(email)
    return mails.length > 0 && mails
  })
  expect(more).toEqual([])
  expect(mail?.text).toContain(order.escalation.url)
  const later = new Date(Date.now() + 3_600_000).toISOString()
  expect(await dueOrders(later, 1000)).toContain(order.id)
})

test('a mail about the visit that comes after it is not sent', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await waitingOrder({ email })
  await press(order.escalation?.url ?? '', 'confirm')
  expect(await awaitShopper({ orderId: order.id })).toEqual({ status: 'answered' })
  const { retailerId, id: orderId } = order
  const event = {
    id: 'event-1',
    type: 'order.awaiting_shopper',
    orderId,
    retailerId,
    state: 'awaiting_shopper',
  }
  const record = { messageId: 'late', body: JSON.stringify(event) }
  expect(await sendMail({ Records: [record] })).toEqual({ batchItemFailures: [] })
  expect(await mailTo(email)).toEqual([])
})
