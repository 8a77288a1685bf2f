import { beforeAll, expect, test } from 'vitest'
import { additionsOf } from '#lib/data/insight/count-order.ts'
import { readRanked } from '#lib/data/insight/rankings.ts'
import { addToCounters } from '#lib/data/insight/recount.ts'
import { readTallies } from '#lib/data/insight/tallies.ts'
import { finishOrder } from '#lib/data/orders.ts'
import { settleOrder } from '#lib/data/settle-order.ts'
import { contributionOf, countedAs, saleOf } from '#lib/domain/insight/contribution.ts'
import { type Counts, sumCounts } from '#lib/domain/insight/counts.ts'
import type { Order } from '#lib/domain/order.ts'
import { handler } from '#lib/notify/send-mail.ts'
import { rebuildInsights } from '#lib/services/insight/rebuild-insights.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'
import { makeTable } from '#tests/fixtures/table.ts'

beforeAll(makeTable)

/** Days that no other test's orders are placed on. */
const day = '2024-03-05'
const range = { from: day, to: day }
const month = '2024-03'

const plain = (counts: Counts | undefined) =>
  Object.fromEntries(Object.entries(counts ?? {}).filter(([, value]) => value !== 0))

function deliver(order: Order, state: string) {
  const event = {
    id: 'event',
    type: `order.${state}`,
    orderId: order.id,
    retailerId: order.retailerId,
    state,
  }
  return handler({ Records: [{ messageId: order.id, body: JSON.stringify(event) }] })
}

/** Delivers until the queue would be content, as SQS does. */
async function deliverWell(order: Order, state: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    if ((await deliver(order, state)).batchItemFailures.length === 0) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('never taken')
}

test('orders count once each, whatever is delivered twice or at once, and follow each order’s end', async () => {
  const orders = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      submitOrder({
        createdAt: `${day}T15:00:00.000Z`,
        retailerId: index % 3 === 0 ? 'greenline' : 'harbor-market',
        origin: { returning: index % 2 === 0, campaign: index % 4 === 0 ? 'spring' : undefined },
      }),
    ),
  )
  const failed = orders.slice(0, 5)
  await Promise.all(
    orders.map(async order => {
      const state = failed.includes(order) ? 'failed' : 'confirmed'
      const reason = state === 'failed' ? 'payment_declined' : undefined
      await finishOrder(order.id, { state, reason, entries: [] })
      await Promise.all([deliverWell(order, state), deliverWell(order, state)])
      await deliver(order, state)
    }),
  )
  const cancelled = orders.slice(10, 14)
  for (const order of cancelled) {
    await settleOrder(order.id, { from: 'confirmed', to: 'cancelled', entries: [] })
    await Promise.all([deliver(order, 'confirmed'), deliverWell(order, 'cancelled')])
    await deliver(order, 'cancelled')
  }
  const expected = orders.map(order => {
    const state = failed.includes(order) ? 'failed' : cancelled.includes(order) ? 'cancelled' : 'confirmed'
    return contributionOf(saleOf(order), countedAs({ state, reason: 'payment_declined' }))
  })
  const site = sumCounts(expected.map(each => each.site))
  expect(site.orders).toBe(15)
  expect(plain((await readTallies('orders', [day])).get(day))).toEqual(site)
  expect(plain((await readTallies('orders', [month])).get(month))).toEqual(site)
  const { counts, complete } = await readRanked('product', month, range, 100)
  expect(complete).toBe(true)
  expect(plain(counts.get('rolled-oats'))).toEqual(
    sumCounts(expected.map(each => each.ranked.get('product/rolled-oats') ?? {})),
  )
  const campaigns = await readRanked('campaign', month, { from: '2024-03-01', to: '2024-03-31' }, 100)
  expect(campaigns.counts.get('spring')).toEqual(
    sumCounts(expected.map(each => each.ranked.get('campaign/spring') ?? {})),
  )
  // Counted again from the orders, every counter is exactly what was kept.
  expect(await rebuildInsights(range)).toEqual({ orders: 24, uncounted: 0, off: [] })
})

test('a recount finds an order whose event was lost, and puts right what is off', async () => {
  const order = await submitOrder({ createdAt: '2024-05-10T15:00:00.000Z' })
  await finishOrder(order.id, { state: 'confirmed', entries: [] })
  const may = { from: '2024-05-01', to: '2024-05-31' }
  expect(await rebuildInsights(may)).toEqual({ orders: 1, uncounted: 1, off: [] })
  const [sale] = [saleOf(order)]
  const wrong = additionsOf(order.id, sale.day, contributionOf(sale, 'confirmed'))
  await addToCounters(wrong)
  const found = await rebuildInsights(may)
  expect(found.off).toHaveLength(wrong.length)
  expect(await rebuildInsights(may)).toEqual({ orders: 1, uncounted: 0, off: [] })
  const kept = (await readTallies('orders', ['2024-05'])).get('2024-05')
  expect(plain(kept)).toEqual(contributionOf(sale, 'confirmed').site)
})
