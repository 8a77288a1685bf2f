import { z } from 'zod'
import type { FaultSwitch } from '#lib/local/sandbox/faults.ts'
import { type HttpAnswer, type HttpRequest, path, type Route } from '#lib/local/sandbox/http.ts'
import { type Effect, fingerprint, once } from '#lib/local/sandbox/replay.ts'
import { sandboxKey } from '#lib/local/sandbox-keys.ts'
import { cancelOrder } from './cancel.ts'
import { complete } from './complete.ts'
import { escalate } from './escalate.ts'
import { checkoutInput, completeInput, lookupInput, parseBody } from './input.ts'
import { lookup } from './lookup.ts'
import { orderById, presentOrder } from './orders.ts'
import { present } from './present.ts'
import { profile, refuse } from './protocol.ts'
import {
  type Business,
  cancelSession,
  createSession,
  holdStock,
  releaseStock,
  sessionById,
  updateSession,
} from './sessions.ts'

const uuid = z.uuid()
const agent = /^profile="https?:\/\/[^"]+\/\.well-known\/ucp"/

function header(request: HttpRequest, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

/** Who calls, and the headers that every call must have (rest.openapi.json). */
function checkHeaders(shopId: string, request: HttpRequest, isWrite: boolean): void {
  if (header(request, 'x-api-key') !== sandboxKey(shopId)) {
    refuse(401, 'unauthorized', 'The API key is missing or wrong.')
  }
  if (!agent.test(header(request, 'ucp-agent'))) refuse(400, 'missing', 'UCP-Agent needs a profile.')
  if (!uuid.safeParse(header(request, 'request-id')).success) refuse(400, 'missing', 'Request-Id is no UUID.')
  if (isWrite && !uuid.safeParse(header(request, 'idempotency-key')).success) {
    refuse(400, 'missing', 'Idempotency-Key is no UUID.')
  }
}

/** The retailer's API as its platforms see it, under `/ucp`, and its profile. */
export function apiRoutes(business: Business, faults: FaultSwitch, tokenizeUrl: string): Route[] {
  const { shop, base } = business
  const id = (request: HttpRequest) => request.parameters[0] ?? ''

  const read = (
    operation: string,
    method: string,
    pattern: string,
    handle: (request: HttpRequest) => Promise<HttpAnswer>,
  ): Route => ({
    method,
    path: path(`/ucp${pattern}`),
    handle: request =>
      faults.suffer(operation, () => {
        checkHeaders(shop.id, request, false)
        return handle(request)
      }),
  })

  const hashOf = (request: HttpRequest) => fingerprint(request.method, request.path, request.text)
  const write = (
    operation: string,
    method: string,
    pattern: string,
    decide: (request: HttpRequest) => Promise<Effect>,
  ): Route => ({
    method,
    path: path(`/ucp${pattern}`),
    handle: request =>
      faults.suffer(operation, async () => {
        checkHeaders(shop.id, request, true)
        const key = header(request, 'idempotency-key')
        return once(shop.id, key, hashOf(request), () => decide(request))
      }),
  })

  const checkout = (request: HttpRequest) =>
    parseBody(checkoutInput, request.text, request.headers['content-type'])

  return [
    {
      method: 'GET',
      path: path('/.well-known/ucp'),
      handle: async () => ({
        status: 200,
        body: profile(base, tokenizeUrl, shop.cancelsForPlatforms),
        headers: { 'cache-control': 'public, max-age=300' },
      }),
    },
    write('create', 'POST', '/checkout-sessions', async request =>
      createSession(business, checkout(request)),
    ),
    read('get', 'GET', '/checkout-sessions/:id', async request => ({
      status: 200,
      body: present(shop, base, await sessionById(shop.id, id(request))),
    })),
    write('update', 'PUT', '/checkout-sessions/:id', async request =>
      updateSession(business, id(request), checkout(request)),
    ),
    {
      method: 'POST',
      path: path('/ucp/checkout-sessions/:id/complete'),
      handle: request =>
        faults.suffer('complete', async () => {
          checkHeaders(shop.id, request, true)
          const body = parseBody(completeInput, request.text, request.headers['content-type'])
          const { instruments } = body.payment
          const chosen = instruments.find(instrument => instrument.selected) ?? instruments[0]
          if (faults.take('escalate', 'complete')) await escalate(business, id(request))
          return complete(business, id(request), {
            key: header(request, 'idempotency-key'),
            hash: hashOf(request),
            token: chosen?.credential.token ?? '',
            attribution: body.attribution,
          })
        }),
    },
    write('cancel', 'POST', '/checkout-sessions/:id/cancel', async request =>
      cancelSession(business, id(request)),
    ),
    write('hold', 'POST', '/checkout-sessions/:id/holds', async request => holdStock(business, id(request))),
    write('release', 'DELETE', '/checkout-sessions/:id/holds/:hold', async request =>
      releaseStock(business, id(request), request.parameters[1] ?? ''),
    ),
    read('order', 'GET', '/orders/:id', async request => ({
      status: 200,
      body: presentOrder(base, await orderById(shop.id, id(request))),
    })),
    ...(shop.cancelsForPlatforms
      ? [write('cancel_order', 'POST', '/orders/:id/cancel', request => cancelOrder(business, id(request)))]
      : []),
    read('lookup', 'POST', '/catalog/lookup', async request => {
      const { ids } = parseBody(lookupInput, request.text, request.headers['content-type'])
      return { status: 200, body: await lookup(shop, ids) }
    }),
  ]
}
