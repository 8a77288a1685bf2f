import { beforeAll, expect, test, vi } from 'vitest'
import { deferOrder, dueOrders, finishOrder, getOrder } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import { reconcile } from '#lib/workflow/reconcile.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import { retailerOrders } from '#tests/fixtures/sandbox-books.ts'
import { until } from '#tests/fixtures/stand-ins.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-reconcile-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
// Several purchases in a test take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => makeStateMachine(machine))

// Orders of long ago, so that other tests' orders are not due here.
const createdAt = '2020-01-01T00:00:00.000Z'
const before = new Date('2021-01-01')

const state = async (orderId: string) => (await getOrder(orderId))?.state

test('an order whose workflow never started is bought, once though two run at once', async () => {
  const { order } = await checkOut({ retailerId: 'greenline', createdAt })
  const runs = await Promise.all([reconcile(before), reconcile(before)])
  expect(runs.reduce((sum, run) => sum + run.due, 0)).toBeGreaterThan(0)
  await until(async () => (await state(order.id)) === 'confirmed')
  expect(await retailerOrders(order)).toHaveLength(1)
  expect(await dueOrders(before.toISOString(), 1000)).not.toContain(order.id)
})

test('an order whose workflow died is taken on by the next execution', async () => {
  const { order } = await checkOut({ retailerId: 'greenline', createdAt })
  const died = await purchase(newId('order'), order.id)
  expect(died.status).toBe('FAILED')
  await reconcile(before)
  await until(async () => (await state(order.id)) === 'confirmed')
  expect(await retailerOrders(order)).toHaveLength(1)
})

test('an order that ended without its mail gets it', async () => {
  const email = `${newId('visitor')}@example.com`
  const { id } = await submitOrder({ contact: { email } })
  await finishOrder(id, { state: 'failed', reason: 'out_of_stock', entries: [] })
  await deferOrder(id, createdAt)
  await reconcile(before)
  await until(async () => (await mailTo(email)).length > 0)
  expect(await state(id)).toBe('failed')
})

test('an order whose executions die again and again is given to a person', async () => {
  const { id } = await submitOrder({ createdAt })
  for (const nth of ['', '-2', '-3', '-4', '-5', '-6']) await purchase(newId('order'), `${id}${nth}`)
  await reconcile(before)
  expect(await state(id)).toBe('needs_attention')
  expect(await dueOrders(before.toISOString(), 1000)).not.toContain(id)
})
