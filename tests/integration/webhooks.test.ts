import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { POST } from '#app/api/webhooks/ucp/route.ts'
import { config } from '#lib/config.ts'
import { getOrder } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Order } from '#lib/domain/order.ts'
import { deliveryOf } from '#lib/domain/shipments.ts'
import { redrive } from '#lib/local/ops/redrive.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { shopKey } from '#lib/local/sandbox/shop/signing.ts'
import { deadLettersOf } from '#lib/notify/dead-letters.ts'
import { handler as watch } from '#lib/notify/watch-dead-letters.ts'
import { makeKey } from '#lib/retailers/ucp/signatures/keys.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { followOrders } from '#lib/workflow/follow-orders.ts'
import { handler as process } from '#lib/workflow/process-retailer-event.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import { clearFaults, retailerOrders, setFaults } from '#tests/fixtures/sandbox-books.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-webhooks-test'
  globalThis.process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => makeStateMachine(machine))
afterEach(async () => {
  for (const business of retailerIds) await clearFaults(business)
})

const minute = 60_000
const url = new URL('/api/webhooks/ucp', config.SITE_URL)

async function stored({ id }: Pick<Order, 'id'>): Promise<Order> {
  const order = await getOrder(id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}

async function bought(wish: Parameters<typeof checkOut>[0] = {}): Promise<Order> {
  const { order } = await checkOut(wish)
  await purchase(order.id)
  return stored(order)
}

const baseOf = (retailerId: string) => `http://localhost:${inject('ports')[retailerId as 'greenline']}`

/** Has the retailer do something with an order, as a person does on its pages. */
async function act({ retailerId, retailerOrder }: Order, what: string): Promise<void> {
  const at = `${baseOf(retailerId)}/orders/${retailerOrder?.id}/${what}`
  await fetch(at, { method: 'POST', redirect: 'manual' })
}

/** The order as the retailer tells of it now. */
async function told(order: Order): Promise<{ id: string; fulfillment: { events: object[] } }> {
  const { adapterOf } = await import('#lib/workflow/adapter-of.ts')
  const { adapter } = await adapterOf(order.retailerId)
  const signal = AbortSignal.timeout(10_000)
  const { payload } = await adapter.getOrder(order.retailerOrder?.id ?? '', { signal })
  return payload as { id: string; fulfillment: { events: object[] } }
}

type Sent = { from: string; id?: string; signer?: string; signedAt?: Date; change?: (body: string) => string }

/** Sends what a retailer says to our webhook, signed with its key. */
async function send(said: unknown, { from, id, signer = from, signedAt, change }: Sent): Promise<number> {
  const body = JSON.stringify(said)
  const headers = new Headers({
    'content-type': 'application/json',
    'ucp-agent': `profile="${baseOf(from)}/.well-known/ucp"`,
    'webhook-id': id ?? crypto.randomUUID(),
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
  })
  const key = signer === 'nobody' ? makeKey(`${from}-1`) : await shopKey(signer)
  for (const [name, value] of Object.entries(sign({ method: 'POST', url, headers, body }, key, signedAt))) {
    headers.set(name, value)
  }
  const answer = await POST(new Request(url, { method: 'POST', headers, body: change?.(body) ?? body }))
  return answer.status
}

/** The order once it is as far as `delivery`. */
const reached = (order: Order, delivery: ReturnType<typeof deliveryOf>) =>
  until(async () => {
    const now = await stored(order)
    return deliveryOf(now.afterSale) === delivery && now
  })

async function mailsTo(email: string, count: number) {
  return until(async () => {
    const mails = await mailTo(email)
    return mails.length >= count && mails
  })
}

test('a report in the retailer’s name is processed from the queue: parcels, tracking, mail', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await bought({ email })
  await act(order, 'ship-part')
  expect(await send(await told(order), { from: order.retailerId })).toBe(202)
  const shipped = await reached(order, 'part_shipped')
  expect(shipped.retailerOrder?.status).toBe('shipped')
  expect(shipped.afterSale?.lines[0]).toMatchObject({ sku: order.lines[0]?.sku, ordered: 2 })
  expect(shipped.afterSale?.events.at(-1)).toMatchObject({
    trackingNumber: `${order.retailerOrder?.number}-1`,
    trackingUrl: expect.stringContaining('/orders/'),
  })
  const [, mail] = await mailsTo(email, 2)
  expect(mail?.subject).toContain('on its way')
  expect(mail?.text).toContain(`${order.retailerOrder?.number}-1`)
})

test('reports that come twice, late and in the wrong order change nothing for the worse, and mail each thing once', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await bought({ email, retailerId: 'greenline' })
  const from = order.retailerId
  const early = await told(order)
  await act(order, 'ship-all')
  const shipped = await told(order)
  await act(order, 'refund')
  await act(order, 'deliver')
  const delivered = await told(order)
  const id = crypto.randomUUID()
  for (const said of [delivered, delivered, shipped, early, shipped])
    expect(await send(said, { from })).toBe(202)
  expect(await send(delivered, { from, id })).toBe(202)
  expect(await send(delivered, { from, id })).toBe(202)
  const now = await reached(order, 'delivered')
  await mailsTo(email, 3)
  await until(async () => (await stored(order)).afterSale?.told.length === 2)
  expect(await stored(order)).toMatchObject({
    state: 'confirmed',
    afterSale: { events: now.afterSale?.events },
    retailerOrder: { status: 'delivered' },
  })
  const subjects = (await mailTo(email)).map(mail => mail.subject).toSorted()
  expect(subjects).toEqual([
    expect.stringMatching(/^\$\d+\.\d\d back/),
    expect.stringContaining('is confirmed'),
    expect.stringContaining('has arrived'),
  ])
})

test('an order that its retailer calls off is cancelled here too, and the shopper is told', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await bought({ email })
  await act(order, 'cancel')
  await send(await told(order), { from: order.retailerId })
  await until(async () => (await stored(order)).state === 'cancelled')
  const [, mail] = await mailsTo(email, 2)
  expect(mail?.subject).toContain('is cancelled')
})

test('what is not signed by the retailer it names, or was changed, or is old, is refused and kept nowhere', async () => {
  const order = await bought()
  const from = order.retailerId
  await act(order, 'ship-all')
  const said = await told(order)
  expect(await send(said, { from, signer: 'nobody' })).toBe(401)
  expect(await send(said, { from, signer: 'greenline' })).toBe(401)
  expect(await send(said, { from, change: body => body.replace('"shipped"', '"delivered"') })).toBe(401)
  expect(await send(said, { from, signedAt: new Date(Date.now() - 6 * minute) })).toBe(401)
  expect(await send(said, { from, signedAt: new Date(Date.now() + 6 * minute) })).toBe(401)
  expect(await send({ ...said, filling: 'x'.repeat(300_000) }, { from })).toBe(413)
  expect(await send(['no order'], { from })).toBe(400)
  const bare = await POST(new Request(url, { method: 'POST', body: JSON.stringify(said) }))
  expect(bare.status).toBe(401)
  expect((await stored(order)).afterSale).toBeUndefined()
})

test('one retailer cannot speak of another’s order, though it signs what it says', async () => {
  const order = await bought()
  await act(order, 'ship-all')
  const webhookId = crypto.randomUUID()
  expect(await send(await told(order), { from: 'greenline', id: webhookId })).toBe(202)
  const body = JSON.stringify({ retailerId: 'greenline', webhookId })
  const record = { messageId: 'message', body, attributes: { ApproximateReceiveCount: '9' } }
  expect(await process({ Records: [record] })).toEqual({ batchItemFailures: [] })
  expect((await stored(order)).afterSale).toBeUndefined()
})

test('a report that is faster than the purchase waits for it in the queue', async () => {
  const { order } = await checkOut()
  const { id: orderId, retailerId } = order
  await purchase(orderId)
  const sold = await stored(order)
  await act(sold, 'ship-all')
  const said = await told(sold)
  const { order: open } = await checkOut()
  const about = { ...said, id: 'not-yet', attribution: { platform_order_id: open.id } }
  const webhookId = crypto.randomUUID()
  await send(about, { from: retailerId, id: webhookId })
  const record = { messageId: 'message', body: JSON.stringify({ retailerId, webhookId }) }
  expect(await process({ Records: [record] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'message' }] })
})

test('a retailer that sends nothing is asked, less and less often, and tells the same', async () => {
  const email = `${newId('visitor')}@example.com`
  const order = await bought({ email, retailerId: 'parcel-and-pantry' })
  await act(order, 'ship-all')
  let clock = Date.now()
  await until(async () => {
    clock += 2 * minute
    await followOrders(clock)
    return deliveryOf((await stored(order)).afterSale) === 'shipped'
  })
  await mailsTo(email, 2)
  await setFaults(order.retailerId, { failNext: 1, operations: ['order'] })
  await act(order, 'deliver')
  await until(async () => {
    clock += 7 * 60 * minute
    await followOrders(clock)
    return deliveryOf((await stored(order)).afterSale) === 'delivered'
  })
  expect((await mailsTo(email, 3)).at(-1)?.subject).toContain('has arrived')
  expect(await retailerOrders(order)).toHaveLength(1)
})

test('a report that cannot be processed ends among the dead letters, which are watched and driven back', async () => {
  const queueUrl = config.RETAILER_EVENTS_QUEUE_URL
  expect(config.QUEUE_URLS).toContain(queueUrl)
  const { url: deadUrl, name } = await deadLettersOf(queueUrl)
  const sqs = new SQSClient({})
  await sqs.send(
    new SendMessageCommand({ QueueUrl: deadUrl, MessageBody: '{"retailerId":"nobody","webhookId":"gone"}' }),
  )
  expect((await watch()).alarms).toBeGreaterThan(0)
  expect(await redrive(queueUrl)).toEqual({ from: name, moved: 1 })
  await until(async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
    )
    return Attributes?.ApproximateNumberOfMessages === '0'
  })
})
