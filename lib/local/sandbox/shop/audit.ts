import { z } from 'zod'
import { parseJson } from '#lib/local/sandbox/faults.ts'
import { path, Refusal, type Route } from '#lib/local/sandbox/http.ts'
import { get, list, overwrite } from '#lib/local/sandbox/store.ts'
import { activeHolds, sweepHolds } from './holds.ts'
import { ordersFor, progress } from './orders.ts'
import { priced } from './price.ts'
import { recentSessions, type StockItem, stockOf } from './session.ts'
import type { Business } from './sessions.ts'

const setStock = z.strictObject({
  sku: z.string(),
  available: z.number().int().min(0).max(10_000_000).optional(),
  price: z.number().int().min(1).max(10_000_000).optional(),
})

/** The retailer's own books as JSON, for tests and audits: not part of the protocol. */
export function auditRoutes({ shop }: Business): Route[] {
  return [
    {
      method: 'GET',
      path: path('/sandbox/stock'),
      handle: async () => {
        await sweepHolds(shop.id, true)
        return { status: 200, body: { stock: await list<StockItem>(stockOf(shop.id)) } }
      },
    },
    {
      method: 'PUT',
      path: path('/sandbox/stock'),
      handle: async ({ text }) => {
        const parsed = setStock.safeParse(parseJson(text))
        if (!parsed.success)
          throw new Refusal({ status: 422, body: { error: z.prettifyError(parsed.error) } })
        const item = await get<StockItem>(stockOf(shop.id), parsed.data.sku)
        if (!item) return { status: 404, body: { error: 'no such article' } }
        const next = { ...item, ...parsed.data }
        await overwrite(stockOf(shop.id), item.sku, next)
        return { status: 200, body: next }
      },
    },
    {
      method: 'GET',
      path: path('/sandbox/holds'),
      handle: async () => {
        await sweepHolds(shop.id, true)
        const holds = await activeHolds(shop.id)
        return {
          status: 200,
          body: {
            holds: holds.map(({ id, sessionId, lines, until }) => ({
              id,
              sessionId,
              lines,
              expiresAt: new Date(until).toISOString(),
            })),
          },
        }
      },
    },
    {
      method: 'GET',
      path: path('/sandbox/orders'),
      handle: async ({ query }) => {
        const orders = await ordersFor(shop.id, query.get('reference'))
        return {
          status: 200,
          body: {
            orders: orders.map(order => ({
              id: order.id,
              number: order.label,
              reference: order.reference,
              sessionId: order.sessionId,
              chargeId: order.chargeId,
              placedAt: order.placedAt,
              status: progress(order).at(-1)?.status,
              total: order.totals.find(total => total.type === 'total')?.amount,
              currency: 'USD',
              marketing: order.marketing,
              lines: order.lines.map(({ sku, quantity, price }) => ({ sku, quantity, price })),
            })),
          },
        }
      },
    },
    {
      method: 'GET',
      path: path('/sandbox/sessions'),
      handle: async () => {
        const sessions = await recentSessions(shop.id, 100)
        return {
          status: 200,
          body: {
            sessions: sessions.map(session => ({
              id: session.id,
              status: session.status,
              createdAt: session.createdAt,
              expiresAt: session.expiresAt,
              reference: session.attribution?.platform_order_id,
              total: priced(shop, session).total,
              hold: session.hold,
              orderId: session.order?.id,
            })),
          },
        }
      },
    },
  ]
}
