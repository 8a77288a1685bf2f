import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { requestCancel } from '#lib/data/cancellations.ts'
import { getOrder } from '#lib/data/orders.ts'
import { newId } from '#lib/domain/ids.ts'
import type { OrderState } from '#lib/domain/order.ts'
import { retailerIds } from '#lib/local/ports.ts'
import { handler as add } from '#lib/workflow/tasks/add-customer.ts'
import { handler as cancel } from '#lib/workflow/tasks/cancel-order.ts'
import { handler as capture } from '#lib/workflow/tasks/capture-order.ts'
import { handler as initialize, undo as letGo } from '#lib/workflow/tasks/initialize-order.ts'
import { handler as place } from '#lib/workflow/tasks/place-order.ts'
import { undo as giveBack, handler as verify } from '#lib/workflow/tasks/verify-payment.ts'
import { checkOut, makeStateMachine, purchase } from '#tests/fixtures/purchase.ts'
import { clearFaults, setFaults } from '#tests/fixtures/sandbox-books.ts'
import { listen } from '#tests/fixtures/topic.ts'
import { wholeTable } from '#tests/fixtures/whole-table.ts'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-canary-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})
vi.setConfig({ testTimeout: 180_000 })
beforeAll(() => makeStateMachine(machine))
afterEach(async () => {
  vi.restoreAllMocks()
  for (const retailerId of retailerIds) await clearFaults(retailerId)
})

const retailerId = 'parcel-and-pantry'
const name = `Canary${newId('visitor').slice(4, 20)}`
const email = `${newId('visitor')}@canary.example`
const personal = [name, email, '12 Wharf Street', '4242 4242']

type Ending = {
  end: OrderState
  card?: 'declined' | 'declinedByRetailer'
  faults?: Record<string, unknown>
  shop?: (typeof retailerIds)[number]
  isCancelled?: boolean
}

const endings: Ending[] = [
  { end: 'confirmed' },
  { end: 'failed', card: 'declined' },
  { end: 'failed', card: 'declinedByRetailer' },
  // The undo fails, so that stock may still be held.
  {
    end: 'needs_attention',
    card: 'declined',
    faults: { holdSeconds: 20, failNext: 1000, operations: ['release', 'cancel'] },
  },
  // Nobody knows whether the retailer sold.
  { end: 'needs_attention', faults: { failNext: 1000, operations: ['complete'] } },
  { end: 'cancelled', shop: 'harbor-market', isCancelled: true },
]

test('token, card and personal data are in no history, event or log line, and no token outlives its purchase', async () => {
  const events = await listen()
  const tokens: string[] = []
  for (const { end, card, faults, shop = retailerId, isCancelled } of endings) {
    const { order, token } = await checkOut({ retailerId: shop, card, name, email })
    // The search below would find it: until the purchase ends it is there, once.
    expect((await wholeTable()).filter(item => item.includes(token))).toHaveLength(1)
    if (faults) await setFaults(shop, faults)
    const runs = [await purchase(order.id)]
    if (isCancelled) {
      await requestCancel(order.id)
      runs.push(await purchase(order.id, `${order.id}-2`))
    }
    await clearFaults(shop)
    expect((await getOrder(order.id))?.state).toBe(end)
    const seen = JSON.stringify(runs)
    expect(seen).toContain(order.id)
    for (const canary of [token, ...personal]) expect(seen).not.toContain(canary)
    tokens.push(token)
  }
  const items = await wholeTable()
  // The search looks into compressed attributes, too.
  expect(items.some(item => item.includes(name) && item.includes('checkoutId'))).toBe(true)
  for (const token of tokens) expect(items.filter(item => item.includes(token))).toEqual([])

  const heard = await events(endings.length + 2)
  expect(heard).toContain('alarm')
  const log = readFileSync(inject('functionLog'), 'utf8')
  expect(log).toContain('"task":"place-order"')
  for (const canary of [...tokens, ...personal]) {
    expect(log).not.toContain(canary)
    expect(heard).not.toContain(canary)
  }
})

test('no URL that a purchase, its undoing or its cancellation asks for holds any of it', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  const outputs = [process.stdout, process.stderr].map(stream => vi.spyOn(stream, 'write'))
  const bought = await checkOut({ retailerId: 'harbor-market', name, email })
  const input = { orderId: bought.order.id }
  await initialize(input)
  await verify(input)
  await add(input)
  await capture({ ...input, placed: await place(input) })
  const refused = await checkOut({ retailerId: 'harbor-market', name, email })
  const initialized = await initialize({ orderId: refused.order.id })
  await verify({ orderId: refused.order.id })
  const execution = { orderId: refused.order.id, initialized, failure: { Error: 'internal_error' } }
  await giveBack(execution)
  await letGo(execution)
  const ended = await checkOut({ retailerId: 'harbor-market', name, email })
  await purchase(ended.order.id)
  await requestCancel(ended.order.id)
  await cancel({ orderId: ended.order.id })
  expect((await getOrder(ended.order.id))?.state).toBe('cancelled')

  const urls = asked.mock.calls.map(([url]) => String(url))
  for (const part of ['/complete', '/verifications', '/voids', '/holds/', '/cancel', '/orders/']) {
    expect(urls.join()).toContain(part)
  }
  const written = outputs.flatMap(output => output.mock.calls.map(([text]) => String(text))).join('')
  expect(written).toContain('place-order')
  for (const canary of [bought.token, refused.token, ended.token, ...personal]) {
    expect(urls.filter(url => decodeURIComponent(url).includes(canary))).toEqual([])
    expect(written).not.toContain(canary)
  }
})
