import { z } from 'zod'
import type { FaultSwitch } from '#lib/local/sandbox/faults.ts'
import { type HttpAnswer, type HttpRequest, path, Refusal, type Route } from '#lib/local/sandbox/http.ts'
import { type Effect, fingerprint, once } from '#lib/local/sandbox/replay.ts'
import { cancelOrder, payRefunds } from '#lib/local/sandbox/shop/cancel.ts'
import { complete } from '#lib/local/sandbox/shop/complete.ts'
import { escalate } from '#lib/local/sandbox/shop/escalate.ts'
import { stockFor } from '#lib/local/sandbox/shop/holds.ts'
import { orderById, presentOrder } from '#lib/local/sandbox/shop/orders.ts'
import { present } from '#lib/local/sandbox/shop/present.ts'
import {
  type Business,
  cancelSession,
  createSession,
  holdStock,
  releaseStock,
  sessionById,
  updateSession,
} from '#lib/local/sandbox/shop/sessions.ts'
import { sandboxKey } from '#lib/local/sandbox-keys.ts'
import { parseBasket, parseBuy, refusal } from './input.ts'
import { basket, order, translated } from './present.ts'

const uuid = z.uuid()

/** A plain REST API of the retailer's own, under `/api`, over the books that all sandbox retailers share. */
export function restRoutes(business: Business, faults: FaultSwitch): Route[] {
  const { shop, base } = business
  const id = (request: HttpRequest) => request.parameters[0] ?? ''

  function checkCaller(request: HttpRequest): void {
    if (request.headers.authorization !== `Bearer ${sandboxKey(shop.id)}`) throw refusal(401, 'who_are_you')
  }
  function keyOf(request: HttpRequest): string {
    const key = uuid.safeParse(request.headers['request-key'])
    if (!key.success) throw refusal(400, 'request_key_missing')
    return key.data
  }

  /** Every call suffers the faults in force under its operation's name, is authenticated, and answers in this API's shape. */
  function route<T>(
    method: string,
    [operation, pattern]: [string, string],
    handle: (request: HttpRequest) => Promise<HttpAnswer>,
    show: (body: T) => object,
  ): Route {
    return {
      method,
      path: path(`/api${pattern}`),
      handle: request =>
        faults.suffer(operation, async () => {
          checkCaller(request)
          try {
            return translated(await handle(request), show)
          } catch (error) {
            if (error instanceof Refusal) return translated(error.answer, show)
            throw error
          }
        }),
    }
  }
  const hashOf = (request: HttpRequest) => fingerprint(request.method, request.path, request.text)
  const writing = (decide: (request: HttpRequest) => Promise<Effect>) => (request: HttpRequest) =>
    once(shop.id, keyOf(request), hashOf(request), () => decide(request))

  return [
    route(
      'POST',
      ['create', '/baskets'],
      writing(async request => createSession(business, parseBasket(request.text))),
      basket,
    ),
    route(
      'PUT',
      ['update', '/baskets/:id'],
      writing(async request => updateSession(business, id(request), parseBasket(request.text))),
      basket,
    ),
    route(
      'GET',
      ['get', '/baskets/:id'],
      async request => ({ status: 200, body: present(shop, base, await sessionById(shop.id, id(request))) }),
      basket,
    ),
    route(
      'POST',
      ['hold', '/baskets/:id/hold'],
      writing(request => holdStock(business, id(request))),
      (hold: { hold_id: string; expires_at: string }) => ({ hold: hold.hold_id, until: hold.expires_at }),
    ),
    route(
      'DELETE',
      ['release', '/baskets/:id/hold/:hold'],
      writing(request => releaseStock(business, id(request), request.parameters[1] ?? '')),
      () => ({}),
    ),
    route(
      'POST',
      ['complete', '/baskets/:id/buy'],
      async request => {
        const { card_token: token, your_number } = parseBuy(request.text)
        if (faults.take('escalate', 'complete')) await escalate(business, id(request))
        return complete(business, id(request), {
          key: keyOf(request),
          hash: hashOf(request),
          token,
          attribution: { platform_order_id: your_number },
        })
      },
      basket,
    ),
    route(
      'DELETE',
      ['cancel', '/baskets/:id'],
      writing(request => cancelSession(business, id(request))),
      basket,
    ),
    route(
      'GET',
      ['order', '/orders/:id'],
      async request => ({ status: 200, body: presentOrder(base, await orderById(shop.id, id(request))) }),
      order,
    ),
    route(
      'DELETE',
      ['cancel_order', '/orders/:id'],
      async request => {
        const answer = await writing(() => cancelOrder(business, id(request)))(request)
        payRefunds(shop.id).catch(console.error)
        return answer
      },
      order,
    ),
    route(
      'GET',
      ['lookup', '/articles'],
      async request => {
        const stock = await stockFor(shop.id, (request.query.get('numbers') ?? '').split(',').slice(0, 100))
        return { status: 200, body: [...stock.values()] }
      },
      (items: { sku: string; price: number; available: number }[]) => ({
        articles: items.map(item => ({
          article: item.sku,
          each: (item.price / 100).toFixed(2),
          left: item.available,
        })),
      }),
    ),
  ]
}
