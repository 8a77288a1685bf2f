import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { getCustomer } from '#lib/data/customers.ts'
import { getOrder, getPayment } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import { type Order, steps, type TimelineEntry } from '#lib/domain/order.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { adapterOf } from '#lib/workflow/adapter-of.ts'
import { handler as add, undo as undoAdd } from '#lib/workflow/tasks/add-customer.ts'
import { handler as initialize, undo as undoInitialize } from '#lib/workflow/tasks/initialize-order.ts'
import { handler as place } from '#lib/workflow/tasks/place-order.ts'
import { undo as undoVerify, handler as verify } from '#lib/workflow/tasks/verify-payment.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import {
  charges,
  clearFaults,
  holds,
  retailerOrders,
  setFaults,
  setStock,
  verdictOn,
} from '#tests/fixtures/sandbox-books.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-workflow-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
// Several purchases in a test take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => makeStateMachine(machine))
afterEach(async () => {
  for (const business of [...retailerIds, 'sandpay']) await clearFaults(business)
})

async function stored({ id }: Order): Promise<Order> {
  const order = await getOrder(id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}

/** Nothing at the retailer, nothing charged, no token, and the customer forgotten. */
async function expectNothingLeft(order: Order) {
  expect(await retailerOrders(order)).toEqual([])
  expect(await holds(order)).toEqual([])
  expect(await charges(order)).toEqual([])
  expect(await getPayment(order.id)).toBeUndefined()
  expect(await getCustomer(order.customerId)).toBeUndefined()
}

const undos = ['UndoAddCustomer', 'UndoVerifyPayment', 'UndoInitializeOrder']

const undone = (timeline: TimelineEntry[]) =>
  timeline.filter(({ status }) => status === 'undone').map(({ step }) => step)

describe('a purchase that goes well', () => {
  test.each(retailerIds)('is confirmed on both sides in six states at %s', async retailerId => {
    const email = `${newId('visitor')}@example.com`
    const { order } = await checkOut({ retailerId, email })
    const { status, states } = await purchase(order.id)
    expect(status).toBe('SUCCEEDED')
    expect(states).toHaveLength(6)

    const ours = await stored(order)
    const [theirs, ...more] = await retailerOrders(order)
    expect(more).toEqual([])
    expect(theirs?.total).toBe(order.totals.total.amount)
    expect(ours).toMatchObject({ state: 'confirmed', retailerOrder: { number: theirs?.number } })
    const done = ours.timeline.filter(({ status }) => status === 'done').map(({ step }) => step)
    expect(done).toEqual(['submitted', ...steps])

    expect(await charges(order)).toMatchObject([{ amount: order.totals.total.amount, status: 'captured' }])
    expect(await holds(order)).toEqual([])
    expect(await getPayment(order.id)).toBeUndefined()
    expect(await getCustomer(order.customerId)).toMatchObject({ contact: { email } })
    const [mail] = await until(async () => {
      const mails = await mailTo(email)
      return mails.length > 0 && mails
    })
    expect(mail?.text).toContain(theirs?.number)
  })

  test('changes nothing when it is started again', async () => {
    const { order } = await checkOut()
    await purchase(order.id)
    const before = await stored(order)
    const { status, states } = await purchase(order.id, `${order.id}-2`)
    expect(status).toBe('SUCCEEDED')
    expect(states).toEqual(['InitializeOrder', 'OrderEndedBefore', 'PublishStatus'])
    expect(await stored(order)).toEqual(before)
    expect(await retailerOrders(order)).toHaveLength(1)
    expect(await charges(order)).toHaveLength(1)
  })

  test('waits for a card in review', async () => {
    const { order } = await checkOut({ card: 'inReview' })
    const { history } = await purchase(order.id)
    expect(await stored(order)).toMatchObject({ state: 'confirmed' })
    expect(history.some(event => event.lambdaFunctionFailedEventDetails?.error === 'payment_in_review')).toBe(
      true,
    )
  })
})

describe('a purchase that is refused', () => {
  test('for a declined card gives the held stock back', async () => {
    const { order } = await checkOut({ card: 'declined' })
    const { states } = await purchase(order.id)
    expect(states).toEqual([
      'InitializeOrder',
      'VerifyPayment',
      ...undos,
      'IsUndone',
      'OrderFailed',
      'PublishStatus',
    ])
    expect(await stored(order)).toMatchObject({ state: 'failed', reason: 'payment_declined' })
    await expectNothingLeft(order)
  })

  test.each(retailerIds)('when %s charges the card is undone in reverse', async retailerId => {
    const { order } = await checkOut({ retailerId, card: 'declinedByRetailer' })
    await purchase(order.id)
    const ours = await stored(order)
    expect(ours).toMatchObject({ state: 'failed', reason: 'payment_declined' })
    expect(undone(ours.timeline)).toEqual(['add-customer', 'verify-payment', 'initialize-order'])
    await expectNothingLeft(order)
  })

  test('for want of stock stops at the start', async () => {
    const { order } = await checkOut({ retailerId: 'greenline', product: 7 })
    const sku = order.lines[0]?.retailerSkus.greenline ?? ''
    await setStock('greenline', sku, 1)
    await purchase(order.id)
    await setStock('greenline', sku, 1000)
    expect(await stored(order)).toMatchObject({ state: 'failed', reason: 'out_of_stock' })
    await expectNothingLeft(order)
  })

  test('because the total changed stops before the retailer is told to sell', async () => {
    const { order } = await checkOut()
    await setFaults(order.retailerId, { surcharge: 137 })
    await purchase(order.id)
    const ours = await stored(order)
    expect(ours).toMatchObject({ state: 'failed', reason: 'total_changed' })
    expect(ours.timeline.some(({ step }) => step === 'place-order')).toBe(false)
    await expectNothingLeft(order)
  })

  test('tells the shopper why, once', async () => {
    const email = `${newId('visitor')}@example.com`
    const { order } = await checkOut({ card: 'declined', email })
    await purchase(order.id)
    await purchase(order.id, `${order.id}-2`)
    const mails = await until(async () => {
      const received = await mailTo(email)
      return received.length > 0 && received
    })
    expect(mails.map(mail => mail.subject)).toEqual([expect.stringContaining('was not placed')])
  })
})

describe('a purchase whose workflow died', () => {
  test('after the retailer sold is confirmed by the next execution, sold once', async () => {
    const { order } = await checkOut()
    const input = { orderId: order.id }
    await initialize(input)
    await verify(input)
    await add(input)
    await place(input)
    const { states } = await purchase(order.id)
    expect(states.slice(0, 3)).toEqual(['InitializeOrder', 'ResumeAtPlaceOrder', 'PlaceOrder'])
    expect(await stored(order)).toMatchObject({ state: 'confirmed' })
    expect(await retailerOrders(order)).toHaveLength(1)
    expect(await charges(order)).toHaveLength(1)
  })

  test('before PlaceOrder is replayed from the start', async () => {
    const { order } = await checkOut()
    const input = { orderId: order.id }
    await initialize(input)
    await verify(input)
    const { states } = await purchase(order.id)
    expect(states).toHaveLength(6)
    expect(await stored(order)).toMatchObject({ state: 'confirmed' })
    expect(await retailerOrders(order)).toHaveLength(1)
  })

  test('and whose retailer has since refused is undone, whatever had been done', async () => {
    const { order } = await checkOut()
    const input = { orderId: order.id }
    await initialize(input)
    await verify(input)
    await add(input)
    const { adapter } = await adapterOf(order.retailerId)
    const call = { key: uuidFrom(`${order.id}:test`), signal: AbortSignal.timeout(5000) }
    await adapter.cancelSession(order.sessionId, call)
    const { states } = await purchase(order.id)
    expect(states.slice(1, 4)).toEqual(undos)
    expect(await stored(order)).toMatchObject({ state: 'failed', reason: 'quote_expired' })
    await expectNothingLeft(order)
  })

  test('and whose retailer no longer answers is undone, whatever had been done', async () => {
    const { order, token } = await checkOut()
    const input = { orderId: order.id }
    await initialize(input)
    await verify(input)
    await add(input)
    await setFaults(order.retailerId, { failNext: 1000, operations: ['update', 'hold'] })
    const { states } = await purchase(order.id)
    expect(states.slice(1, 4)).toEqual(undos)
    expect(await stored(order)).toMatchObject({ state: 'failed', reason: 'retailer_unreachable' })
    await expectNothingLeft(order)
    expect(await verdictOn(token, order)).toBe('voided')
  })

  test('after the retailer was told to sell is not undone, though its record could not be read at first', async () => {
    const { order } = await checkOut()
    const input = { orderId: order.id }
    await initialize(input)
    await verify(input)
    await add(input)
    await place(input)
    const failed = { ...input, failure: { Error: 'internal_error' } }
    for (const undo of [undoAdd, undoVerify, undoInitialize]) {
      await expect(undo(failed)).rejects.toThrow('order_placing')
    }
    expect(await getCustomer(order.customerId)).toBeDefined()
    await purchase(order.id)
    expect(await stored(order)).toMatchObject({ state: 'confirmed' })
  })

  test('while it was being undone is undone to the end', async () => {
    const { order } = await checkOut({ card: 'declinedByRetailer' })
    const input = { orderId: order.id }
    await initialize(input)
    await verify(input)
    await add(input)
    await expect(place(input)).rejects.toThrow('payment_declined')
    const finished = { initialized: {}, verified: {}, added: {}, failure: { Error: 'payment_declined' } }
    await undoAdd({ ...input, ...finished })
    const { states } = await purchase(order.id)
    expect(states.slice(1, 4)).toEqual(undos)
    expect(await stored(order)).toMatchObject({ state: 'failed', reason: 'payment_declined' })
    await expectNothingLeft(order)
  })
})

describe('a retailer whose answer is lost', () => {
  test.each(['dropAfterEffect', 'truncateAfterEffect', 'duplicate', 'failNext'])(
    'while it sells (%s) sells once, and the order is confirmed',
    async fault => {
      const { order } = await checkOut()
      await setFaults(order.retailerId, { [fault]: 1, operations: ['complete'] })
      await purchase(order.id)
      expect(await stored(order)).toMatchObject({ state: 'confirmed' })
      expect(await retailerOrders(order)).toHaveLength(1)
      expect(await charges(order)).toHaveLength(1)
    },
  )

  test.each(['update', 'hold', 'get', 'order'])('in %s is asked again', async operation => {
    const { order } = await checkOut()
    await setFaults(order.retailerId, { dropAfterEffect: 1, operations: [operation] })
    await purchase(order.id)
    expect(await stored(order)).toMatchObject({ state: 'confirmed' })
    expect(await retailerOrders(order)).toHaveLength(1)
  })

  test('and who cannot be asked leaves the order to a person, not called failed', async () => {
    const { order } = await checkOut({ retailerId: 'parcel-and-pantry' })
    const orderId = order.id
    await initialize({ orderId })
    await verify({ orderId })
    await add({ orderId })
    await setFaults(order.retailerId, { dropAfterEffect: 1000, operations: ['complete', 'get'] })
    await expect(place({ orderId })).rejects.toThrow('order_unsettled')
    expect(await stored(order)).toMatchObject({ state: 'unknown' })
    const { states } = await purchase(order.id)
    expect(states).toEqual([
      'InitializeOrder',
      'ResumeAtPlaceOrder',
      'PlaceOrder',
      'OrderUnsettled',
      'PublishStatus',
    ])
    expect(await stored(order)).toMatchObject({ state: 'needs_attention', reason: 'order_unsettled' })
  })

  test('after it sold is confirmed with what it said then', async () => {
    const { order } = await checkOut()
    await setFaults(order.retailerId, { failNext: 1000, operations: ['order'] })
    const { states } = await purchase(order.id)
    expect(states).toContain('OrderNotCaptured')
    const [theirs] = await retailerOrders(order)
    expect(await stored(order)).toMatchObject({
      state: 'confirmed',
      retailerOrder: { id: theirs?.id, number: theirs?.number },
    })
  })
})
