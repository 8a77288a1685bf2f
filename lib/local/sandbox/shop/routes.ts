import { z } from 'zod'
import type { FaultSwitch } from '#lib/local/sandbox/faults.ts'
import { type HttpAnswer, type HttpRequest, path, type Route } from '#lib/local/sandbox/http.ts'
import { type Effect, fingerprint, once } from '#lib/local/sandbox/replay.ts'
import { sandboxKey } from '#lib/local/sandbox-keys.ts'
import { publicHalf } from '#lib/retailers/ucp/signatures/keys.ts'
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
import { checkSignature, shopKey, signed } from './signing.ts'

const uuid = z.uuid()
const agent = /^profile="(https?:\/\/[^"]+\/\.well-known\/ucp)"/

function header(request: HttpRequest, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

/** The profile that a platform names itself by. */
function platformOf(request: HttpRequest): string | undefined {
  return agent.exec(header(request, 'ucp-agent'))?.[1]
}

/** Who calls, and the headers that every call must have (rest.openapi.json). */
function checkHeaders(shopId: string, request: HttpRequest): void {
  if (header(request, 'x-api-key') !== sandboxKey(shopId)) {
    refuse(401, 'unauthorized', 'The API key is missing or wrong.')
  }
  if (!agent.test(header(request, 'ucp-agent'))) refuse(400, 'missing', 'UCP-Agent needs a profile.')
  if (!uuid.safeParse(header(request, 'request-id')).success) refuse(400, 'missing', 'Request-Id is no UUID.')
}

/** The idempotency key, which every write must have. */
function keyOf(request: HttpRequest): string {
  const key = header(request, 'idempotency-key')
  return uuid.safeParse(key).success ? key : refuse(400, 'missing', 'Idempotency-Key is no UUID.')
}

/** The retailer's API as its platforms see it, under `/ucp`, and its profile. */
export function apiRoutes(business: Business, faults: FaultSwitch, tokenizeUrl: string): Route[] {
  const { shop, base } = business
  const id = (request: HttpRequest) => request.parameters[0] ?? ''

  /** One call of a platform that has shown who it is, under the faults in force. */
  const answer = (operation: string, request: HttpRequest, work: () => Promise<HttpAnswer>) =>
    faults.suffer(operation, async () => {
      checkHeaders(shop.id, request)
      // The catalogue is for anyone with a key, as the protocol has it.
      if (operation !== 'lookup') await checkSignature(request)
      return shop.signsAnswers ? signed(shop.id, await work()) : work()
    })

  const read = (
    operation: string,
    method: string,
    pattern: string,
    handle: (request: HttpRequest) => Promise<HttpAnswer>,
  ): Route => ({
    method,
    path: path(`/ucp${pattern}`),
    handle: request => answer(operation, request, () => handle(request)),
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
      answer(operation, request, () => once(shop.id, keyOf(request), hashOf(request), () => decide(request))),
  })

  async function profileAnswer(known: string | undefined): Promise<HttpAnswer> {
    const body = profile(shop, base, tokenizeUrl, [publicHalf(await shopKey(shop.id))])
    const etag = `"${fingerprint(JSON.stringify(body)).slice(0, 20)}"`
    const headers = { 'cache-control': 'public, max-age=300', etag }
    return known === etag ? { status: 304, headers } : { status: 200, body, headers }
  }

  const checkout = (request: HttpRequest) =>
    parseBody(checkoutInput, request.text, request.headers['content-type'])

  return [
    {
      method: 'GET',
      path: path('/.well-known/ucp'),
      handle: async ({ headers }) => profileAnswer(headers['if-none-match']),
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
        answer('complete', request, async () => {
          const body = parseBody(completeInput, request.text, request.headers['content-type'])
          const { instruments } = body.payment
          const chosen = instruments.find(instrument => instrument.selected) ?? instruments[0]
          const platform = platformOf(request)
          if (faults.take('escalate', 'complete')) await escalate(business, id(request), platform)
          return complete(business, id(request), {
            key: keyOf(request),
            hash: hashOf(request),
            token: chosen?.credential.token ?? '',
            attribution: body.attribution,
            platform,
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
