import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { listAttention } from '#lib/data/attention.ts'
import { getOrder, getPayment } from '#lib/data/orders.ts'
import { findByNumber, findByReference } from '#lib/data/references.ts'
import { newId } from '#lib/domain/ids.ts'
import { orderNumber } from '#lib/domain/order.ts'
import { progressOf } from '#lib/domain/order-progress.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { handler as add } from '#lib/workflow/tasks/add-customer.ts'
import { handler as initialize } from '#lib/workflow/tasks/initialize-order.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import { clearFaults, holds, setFaults } from '#tests/fixtures/sandbox-books.ts'
import { until } from '#tests/fixtures/stand-ins.ts'
import { listenForAlarms } from '#tests/fixtures/topic.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-attention-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
// An undo is tried seven times, a second apart.
vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => makeStateMachine(machine))
afterEach(async () => {
  for (const retailerId of retailerIds) await clearFaults(retailerId)
})

test('a hold that cannot be released is on record with its end, raises an alarm, and lapses by itself', async () => {
  const alarm = await listenForAlarms()
  const email = `${newId('visitor')}@example.com`
  const { order } = await checkOut({ retailerId: 'greenline', card: 'declined', email })
  await setFaults('greenline', { holdSeconds: 15, failNext: 1000, operations: ['release', 'cancel'] })
  const { states } = await purchase(order.id)
  expect(states).toContain('OrderNotUndone')
  const ours = await getOrder(order.id)
  expect(ours).toMatchObject({ state: 'needs_attention', reason: 'payment_declined' })
  expect(ours?.hold?.id).toMatch(/^hold_/)
  expect(Date.parse(ours?.hold?.expiresAt ?? '')).toBeGreaterThan(Date.parse(order.createdAt))

  // The record does not claim that the goods went back, nor does the shopper's page.
  expect(ours?.timeline.some(({ step, status }) => step === 'initialize-order' && status === 'undone')).toBe(
    false,
  )
  const shown = ours && progressOf(ours).find(({ stage }) => stage === 'initialize-order')
  expect(shown?.status).not.toBe('undone')
  expect(await getPayment(order.id)).toBeUndefined()
  expect((await listAttention()).map(each => each.orderId)).toContain(order.id)

  const heard = await alarm(order.id)
  expect(heard).toContain('order_needs_attention')
  expect(heard).not.toContain(email)
  const mails = await until(async () => {
    const received = await mailTo(email)
    return received.length > 0 && received
  })
  expect(mails.map(mail => mail.subject)).toEqual([expect.stringContaining('We are checking')])

  await clearFaults('greenline')
  await until(async () => Date.now() > Date.parse(ours?.hold?.expiresAt ?? '') && true)
  expect(await holds(order)).toEqual([])
})

test('a purchase that got as far as the customer has its hold on record, and none once it is undone', async () => {
  const { order } = await checkOut({ retailerId: 'harbor-market', card: 'declinedByRetailer' })
  const initialized = await initialize({ orderId: order.id })
  await add({ orderId: order.id, initialized })
  const [held] = await holds(order)
  expect((await getOrder(order.id))?.hold).toEqual({ id: held?.id, expiresAt: held?.expiresAt })
  await purchase(order.id)
  const ours = await getOrder(order.id)
  expect(ours?.state).toBe('failed')
  expect(ours?.hold).toBeUndefined()
  expect(await holds(order)).toEqual([])
})

test('an order is found by its number and by what the retailer calls it', async () => {
  const { order } = await checkOut({ retailerId: 'harbor-market' })
  expect(await findByNumber(orderNumber(order.id).toLowerCase())).toContain(order.id)
  await purchase(order.id)
  const theirs = (await getOrder(order.id))?.retailerOrder
  expect(await findByReference(` ${theirs?.number.toLowerCase()} `)).toEqual([order.id])
  expect(await findByReference(theirs?.id ?? '')).toEqual([order.id])
  expect(await findByReference('HM-0')).toEqual([])
})
