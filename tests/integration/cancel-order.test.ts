import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { requestCancel } from '#lib/data/cancellations.ts'
import { dueOrders, getOrder } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Order } from '#lib/domain/order.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { cancelChoice, cancelOrder } from '#lib/services/cancel-order.ts'
import { handler as cancelTask } from '#lib/workflow/tasks/cancel-order.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import {
  charges,
  clearFaults,
  retailerOrders,
  setFaults,
  stockAvailable,
} from '#tests/fixtures/sandbox-books.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-cancel-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => makeStateMachine(machine))
afterEach(async () => {
  for (const business of [...retailerIds, 'sandpay']) await clearFaults(business)
})

async function stored(id: string): Promise<Order> {
  const order = await getOrder(id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}

/** A confirmed order whose retailer ships after so many seconds. */
async function bought(shipAfterSeconds: number, wish: Parameters<typeof checkOut>[0] = {}): Promise<Order> {
  const { order } = await checkOut({ retailerId: 'harbor-market', product: 0, ...wish })
  await setFaults(order.retailerId, { shipAfterSeconds })
  await purchase(order.id)
  return stored(order.id)
}

const viewer = ({ id, visitorId }: Order) => ({ orderId: id, visitorId })
const settled = (id: string) =>
  until(async () => {
    const order = await stored(id)
    return order.cancelRequestedAt === undefined && order
  })

test('an order is cancelled on both sides, the money given back, the goods back on the shelf, and a mail sent', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await bought(3600, { email })
  const sku = order.lines[0]?.retailerSkus['harbor-market'] ?? ''
  const before = await stockAvailable('harbor-market', sku)
  expect(await cancelChoice(order)).toEqual({ by: 'us' })
  await cancelOrder(viewer(order))
  const ended = await settled(order.id)
  expect(ended).toMatchObject({ state: 'cancelled', retailerOrder: { status: 'cancelled' } })
  expect(ended.timeline.filter(({ step }) => step === 'cancel-order').map(({ status }) => status)).toEqual([
    'started',
    'done',
  ])
  expect(await retailerOrders(order)).toMatchObject([{ status: 'cancelled' }])
  await until(async () => (await charges(order))[0]?.status === 'refunded')
  expect(await stockAvailable('harbor-market', sku)).toBe((before ?? 0) + 2)
  await until(async () => (await mailTo(email)).some(mail => mail.subject.includes('is cancelled')))
  await until(
    async () => !(await dueOrders(new Date(Date.now() + 3_600_000).toISOString(), 1000)).includes(order.id),
  )
  expect(await cancelChoice(ended)).toBeUndefined()

  await cancelOrder(viewer(order))
  expect(await stored(order.id)).toEqual(ended)
})

test('an order that has shipped stays bought, and says why', async () => {
  const order = await bought(2)
  await until(async () => (await retailerOrders(order))[0]?.status !== 'processing')
  await cancelOrder(viewer(order))
  const after = await settled(order.id)
  expect(after.state).toBe('confirmed')
  expect(after.timeline.at(-1)).toMatchObject({ status: 'failed', reason: 'cancel_too_late' })
  expect(await retailerOrders(order)).not.toMatchObject([{ status: 'cancelled' }])
  expect(await charges(order)).toMatchObject([{ status: 'captured' }])
  expect(await cancelChoice(after)).toBeUndefined()
})

test('cancelling as it ships has one outcome, the same on both sides', async () => {
  for (let round = 0; round < 4; round++) {
    const order = await bought(1)
    await Promise.all([cancelOrder(viewer(order)), cancelOrder(viewer(order)), cancelOrder(viewer(order))])
    const { state } = await settled(order.id)
    const [theirs] = await retailerOrders(order)
    expect(theirs?.status === 'cancelled').toBe(state === 'cancelled')
    const refunded = state === 'cancelled' ? 'refunded' : 'captured'
    await until(async () => (await charges(order))[0]?.status === refunded)
  }
})

test.each(['dropAfterEffect', 'truncateAfterEffect', 'duplicate', 'failNext'])(
  'a lost answer to a cancellation (%s) is asked for again',
  async fault => {
    const order = await bought(3600)
    await setFaults(order.retailerId, { [fault]: 1, operations: ['cancel_order'] })
    await cancelOrder(viewer(order))
    expect(await settled(order.id)).toMatchObject({ state: 'cancelled' })
    expect(await retailerOrders(order)).toMatchObject([{ status: 'cancelled' }])
    await until(async () => (await charges(order))[0]?.status === 'refunded')
  },
)

test('a wish to cancel survives a crash before its workflow starts: the order is due, and a run finishes it', async () => {
  const order = await bought(3600)
  await requestCancel(order.id)
  expect(await dueOrders(new Date(Date.now() + 120_000).toISOString(), 1000)).toContain(order.id)
  const { states } = await purchase(order.id, `${order.id}-2`)
  expect(states).toEqual(['InitializeOrder', 'CancelOrder', 'OrderEndedBefore', 'PublishStatus'])
  expect(await stored(order.id)).toMatchObject({ state: 'cancelled' })
})

test('while the retailer does not answer, the order is neither called cancelled nor forgotten', async () => {
  const order = await bought(3600, { retailerId: 'greenline' })
  await setFaults('greenline', { failNext: 1000, operations: ['cancel_order'] })
  await requestCancel(order.id)
  await expect(cancelTask({ orderId: order.id })).rejects.toThrow('retailer_unreachable')
  const open = await stored(order.id)
  expect(open.state).toBe('confirmed')
  expect(open.cancelRequestedAt).toBeDefined()
})

test('a retailer that takes no cancellations from us is left to its own page', async () => {
  const order = await bought(3600, { retailerId: 'parcel-and-pantry' })
  const choice = await cancelChoice(order)
  expect(choice).toEqual({ by: 'retailer', url: order.retailerOrder?.url })
  await expect(cancelOrder(viewer(order))).rejects.toMatchObject({ code: 'cancel_unavailable' })
  expect(await stored(order.id)).toEqual(order)
})

test('nobody else can cancel an order, and one that was not bought cannot be cancelled', async () => {
  const order = await bought(3600)
  const stranger = { orderId: order.id, visitorId: newId('visitor') }
  await expect(cancelOrder(stranger)).rejects.toMatchObject({ code: 'not_found' })
  const { order: open } = await checkOut()
  await expect(cancelOrder(viewer(open))).rejects.toMatchObject({ code: 'cancel_unavailable' })
  expect(await requestCancel(open.id)).toBeUndefined()
})
