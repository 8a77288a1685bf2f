import { beforeEach, expect, test } from 'vitest'
import { markMailed } from '#lib/data/insight/count-order.ts'
import { claimMail, finishOrder } from '#lib/data/orders.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import { client } from '#lib/data/table.ts'
import { handler as add } from '#lib/workflow/tasks/add-customer.ts'
import { handler as capture } from '#lib/workflow/tasks/capture-order.ts'
import { handler as initialize } from '#lib/workflow/tasks/initialize-order.ts'
import { handler as place } from '#lib/workflow/tasks/place-order.ts'
import { handler as publish } from '#lib/workflow/tasks/publish-status.ts'
import { handler as verify } from '#lib/workflow/tasks/verify-payment.ts'
import { checkOut } from '#tests/fixtures/purchase.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'

let requests: string[] = []
client.middlewareStack.add(
  (next, context) => args => {
    requests.push(context.commandName ?? '')
    return next(args)
  },
  { step: 'initialize' },
)
beforeEach(() => {
  requests = []
})

/** What `work` returns, and the DynamoDB requests it made. */
async function count<T>(work: () => Promise<T>): Promise<[T, number]> {
  requests = []
  const result = await work()
  return [result, requests.length]
}

test('a purchase that goes well asks the table eight times', async () => {
  const { order } = await checkOut({ retailerId: 'greenline' })
  const { id: orderId } = order
  await listRetailers()
  const [initialized, first] = await count(() => initialize({ orderId }))
  const [verified, second] = await count(() => verify({ orderId }))
  const [added, third] = await count(() => add({ orderId }))
  const [placed, fourth] = await count(() => place({ orderId }))
  const [, fifth] = await count(() => capture({ orderId, placed }))
  const outcome = { state: 'confirmed', captured: true }
  const [end, sixth] = await count(() => publish({ orderId, initialized, verified, added, placed, outcome }))
  expect(end).toEqual({ state: 'confirmed' })
  expect([first, second, third, fourth, fifth, sixth]).toEqual([1, 1, 2, 2, 1, 1])
})

test('a mail and the counters together ask the table twice', async () => {
  const { id } = await submitOrder()
  await finishOrder(id, { state: 'confirmed', entries: [] })
  const [, asked] = await count(async () => {
    const claimed = await claimMail(id, 'confirmed')
    if (claimed) await markMailed(claimed, 'confirmed')
  })
  expect(asked).toBe(2)
})
