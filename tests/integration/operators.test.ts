import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { requestCancel } from '#lib/data/cancellations.ts'
import { finishOrder, getOrder } from '#lib/data/orders.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import { type Order, orderNumber } from '#lib/domain/order.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'
import { inspectOrder } from '#lib/services/inspect-order.ts'
import { askRetailer, releaseOrder, resolveOrder } from '#lib/services/operate-order.ts'
import { listWaitingOrders, readSearch, searchOrders } from '#lib/services/search-orders.ts'
import { reconcile } from '#lib/workflow/reconcile.ts'
import { handler as add } from '#lib/workflow/tasks/add-customer.ts'
import { handler as initialize } from '#lib/workflow/tasks/initialize-order.ts'
import { handler as place } from '#lib/workflow/tasks/place-order.ts'
import { handler as publish } from '#lib/workflow/tasks/publish-status.ts'
import { handler as verify } from '#lib/workflow/tasks/verify-payment.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { charges, clearFaults, holds, retailerOrders, setFaults } from '#tests/fixtures/sandbox-books.ts'
import { until } from '#tests/fixtures/stand-ins.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-operators-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => makeStateMachine(machine))
afterEach(async () => {
  for (const business of [...retailerIds, 'sandpay']) await clearFaults(business)
})

const by = 'mika@example.com'

async function stored(id: string): Promise<Order> {
  const order = await getOrder(id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}

/** An order that nobody knows the end of: the retailer was asked to sell, with `faults` at work, and gave no answer. */
async function unsettled(faults: object, email = `${newId('visitor')}@example.com`): Promise<Order> {
  const { order } = await checkOut({ retailerId: 'greenline', email })
  const input = { orderId: order.id }
  const initialized = await initialize(input)
  await verify(input)
  await add({ ...input, initialized })
  await setFaults('greenline', { ...faults, operations: ['complete', 'get'] })
  await expect(place(input)).rejects.toThrow('order_unsettled')
  const execution = { ...input, initialized, verified: {}, added: {}, failure: { Error: 'order_unsettled' } }
  await publish({ ...execution, outcome: { state: 'needs_attention', reason: 'order_unsettled' } })
  await clearFaults('greenline')
  return stored(order.id)
}

const audit = async (id: string) =>
  (await inspectOrder(id)).audit.map(({ action, outcome, by: who }) => [action, outcome, who])
const waiting = async () => (await listWaitingOrders()).map(order => order.id)

test('an order that was sold after all is confirmed by asking again, and the shopper is told', async () => {
  const email = `${newId('visitor')}@example.com`
  const { order } = await checkOut({ retailerId: 'harbor-market', email })
  const input = { orderId: order.id }
  const initialized = await initialize(input)
  await verify(input)
  await add({ ...input, initialized })
  await place(input)
  const execution = { ...input, initialized, verified: {}, added: {}, failure: { Error: 'order_unsettled' } }
  await publish({ ...execution, outcome: { state: 'needs_attention', reason: 'order_unsettled' } })
  expect(await askRetailer(order.id, by)).toBe('confirmed')
  const [theirs] = await retailerOrders(order)
  expect(await stored(order.id)).toMatchObject({
    state: 'confirmed',
    retailerOrder: { number: theirs?.number },
  })
  expect((await stored(order.id)).reason).toBeUndefined()
  expect(await audit(order.id)).toEqual([['ask', 'confirmed', by]])
  expect(await waiting()).not.toContain(order.id)
  expect((await searchOrders({ number: theirs?.number ?? '' })).map(({ id }) => id)).toEqual([order.id])
  await until(async () => (await mailTo(email)).some(mail => mail.subject.includes('is confirmed')))
})

test('an order that was not sold waits until what is held is released, then nothing is left', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await unsettled({ failNext: 1000 }, email)
  expect(order.hold?.id).toBe((await holds(order))[0]?.id)
  expect(await askRetailer(order.id, by)).toBe('needs_attention')
  expect(await stored(order.id)).toEqual(order)
  expect(await releaseOrder(order.id, by)).toBe('failed')
  expect(await stored(order.id)).toMatchObject({ state: 'failed', reason: 'order_declined' })
  expect((await stored(order.id)).hold).toBeUndefined()
  expect(await holds(order)).toEqual([])
  expect(await retailerOrders(order)).toEqual([])
  expect(await charges(order)).toEqual([])
  expect(await audit(order.id)).toEqual([
    ['ask', 'needs_attention', by],
    ['release', 'failed', by],
  ])
  await until(async () => (await mailTo(email)).some(mail => mail.subject.includes('was not placed')))
})

test('a retailer that does not answer changes nothing, and that is on record', async () => {
  const order = await unsettled({ failNext: 1000 })
  await setFaults('greenline', { failNext: 1000 })
  expect(await askRetailer(order.id, by)).toBe('retailer_unreachable')
  expect(await releaseOrder(order.id, by)).toBe('retailer_unreachable')
  expect(await stored(order.id)).toMatchObject({ state: 'needs_attention' })
  expect(await audit(order.id)).toHaveLength(2)
})

test('a person marks an order resolved with a reason, once', async () => {
  const { id } = await submitOrder()
  await finishOrder(id, { state: 'needs_attention', reason: 'order_unsettled', entries: [] })
  const resolution = { outcome: 'confirmed', note: 'Kim at the shop found it, by phone.' } as const
  const both = await Promise.all([resolveOrder(id, resolution, by), resolveOrder(id, resolution, by)])
  expect(both.toSorted()).toEqual(['confirmed', 'stale_version'])
  const { order, audit: entries } = await inspectOrder(id)
  expect(order.state).toBe('confirmed')
  expect(entries).toContainEqual({
    at: expect.any(String),
    by,
    action: 'resolve',
    outcome: 'confirmed',
    note: resolution.note,
  })
  expect(await waiting()).not.toContain(id)
})

test('a purchase that is still being worked on is nobody’s to settle', async () => {
  const { id } = await submitOrder()
  expect(await askRetailer(id, by)).toBe('stale_version')
  expect(await releaseOrder(id, by)).toBe('stale_version')
  expect((await stored(id)).state).toBe('submitted')
})

test('a cancellation that the retailer never answered comes to a person, who asks again', async () => {
  const { order } = await checkOut({ retailerId: 'harbor-market' })
  await purchase(order.id)
  expect(await requestCancel(order.id)).toBeDefined()
  await setFaults('harbor-market', { failNext: 1000, operations: ['cancel_order'] })
  for (const nth of ['-2', '-3', '-4', '-5', '-6']) await purchase(newId('order'), `${order.id}${nth}`)
  await reconcile(new Date(Date.now() + 3_600_000))
  expect(await stored(order.id)).toMatchObject({ state: 'needs_attention', reason: 'cancel_unsettled' })
  expect(await waiting()).toContain(order.id)
  expect(await askRetailer(order.id, by)).toBe('confirmed')
})

test('orders are found in at most three reads, and an order is looked at in two', async () => {
  const email = `${newId('visitor')}@Example.com`
  const { order } = await checkOut({ retailerId: 'harbor-market', email })
  const own = await submitOrder({ customerId: await customerIdOf(email), contact: { email } })
  const search = await readSearch(` ${email} `)
  expect(JSON.stringify(search)).not.toContain('@')
  expect((await searchOrders(search)).map(({ id }) => id)).toEqual([own.id])
  const counted = await requestsOf(client, async () => {
    const found = await searchOrders({ number: orderNumber(order.id).toLowerCase() })
    expect(found.map(({ id }) => id)).toEqual([order.id])
  })
  expect(counted.commands).toHaveLength(3)
  expect((await searchOrders({ number: order.id })).map(({ id }) => id)).toEqual([order.id])
  expect(await searchOrders({ number: 'NOPE-NOPE' })).toEqual([])
  expect((await requestsOf(client, () => inspectOrder(order.id))).commands).toHaveLength(2)
})
